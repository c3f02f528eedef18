//! Nothing in, the changes of Tehran's clock out.
//! Floor 2. Uses: nothing.
//!
//! Made from `Asia/Tehran` of the tz database by `SATR_BLESS=1 cargo test --test it table`; a test compares.

use super::zone::Transition;

/// Seconds east of UTC since the last change.
pub(super) const LAST_OFFSET: i32 = 12600;

/// In the order of time; where one ends the next begins.
pub(super) const TRANSITIONS: [Transition; 70] = [
    Transition { at: -1090466744, before: 12344, after: 12600 }, // 1935-06-12T20:34:16Z
    Transition { at: 227820600, before: 12600, after: 16200 },   // 1977-03-21T19:30:00Z
    Transition { at: 246223800, before: 16200, after: 14400 },   // 1977-10-20T19:30:00Z
    Transition { at: 259617600, before: 14400, after: 18000 },   // 1978-03-24T20:00:00Z
    Transition { at: 271108800, before: 18000, after: 14400 },   // 1978-08-04T20:00:00Z
    Transition { at: 279576000, before: 14400, after: 12600 },   // 1978-11-10T20:00:00Z
    Transition { at: 296512200, before: 12600, after: 16200 },   // 1979-05-25T20:30:00Z
    Transition { at: 306531000, before: 16200, after: 12600 },   // 1979-09-18T19:30:00Z
    Transition { at: 322432200, before: 12600, after: 16200 },   // 1980-03-20T20:30:00Z
    Transition { at: 338499000, before: 16200, after: 12600 },   // 1980-09-22T19:30:00Z
    Transition { at: 673216200, before: 12600, after: 16200 },   // 1991-05-02T20:30:00Z
    Transition { at: 685481400, before: 16200, after: 12600 },   // 1991-09-21T19:30:00Z
    Transition { at: 701209800, before: 12600, after: 16200 },   // 1992-03-21T20:30:00Z
    Transition { at: 717103800, before: 16200, after: 12600 },   // 1992-09-21T19:30:00Z
    Transition { at: 732745800, before: 12600, after: 16200 },   // 1993-03-21T20:30:00Z
    Transition { at: 748639800, before: 16200, after: 12600 },   // 1993-09-21T19:30:00Z
    Transition { at: 764281800, before: 12600, after: 16200 },   // 1994-03-21T20:30:00Z
    Transition { at: 780175800, before: 16200, after: 12600 },   // 1994-09-21T19:30:00Z
    Transition { at: 795817800, before: 12600, after: 16200 },   // 1995-03-21T20:30:00Z
    Transition { at: 811711800, before: 16200, after: 12600 },   // 1995-09-21T19:30:00Z
    Transition { at: 827353800, before: 12600, after: 16200 },   // 1996-03-20T20:30:00Z
    Transition { at: 843247800, before: 16200, after: 12600 },   // 1996-09-20T19:30:00Z
    Transition { at: 858976200, before: 12600, after: 16200 },   // 1997-03-21T20:30:00Z
    Transition { at: 874870200, before: 16200, after: 12600 },   // 1997-09-21T19:30:00Z
    Transition { at: 890512200, before: 12600, after: 16200 },   // 1998-03-21T20:30:00Z
    Transition { at: 906406200, before: 16200, after: 12600 },   // 1998-09-21T19:30:00Z
    Transition { at: 922048200, before: 12600, after: 16200 },   // 1999-03-21T20:30:00Z
    Transition { at: 937942200, before: 16200, after: 12600 },   // 1999-09-21T19:30:00Z
    Transition { at: 953584200, before: 12600, after: 16200 },   // 2000-03-20T20:30:00Z
    Transition { at: 969478200, before: 16200, after: 12600 },   // 2000-09-20T19:30:00Z
    Transition { at: 985206600, before: 12600, after: 16200 },   // 2001-03-21T20:30:00Z
    Transition { at: 1001100600, before: 16200, after: 12600 },  // 2001-09-21T19:30:00Z
    Transition { at: 1016742600, before: 12600, after: 16200 },  // 2002-03-21T20:30:00Z
    Transition { at: 1032636600, before: 16200, after: 12600 },  // 2002-09-21T19:30:00Z
    Transition { at: 1048278600, before: 12600, after: 16200 },  // 2003-03-21T20:30:00Z
    Transition { at: 1064172600, before: 16200, after: 12600 },  // 2003-09-21T19:30:00Z
    Transition { at: 1079814600, before: 12600, after: 16200 },  // 2004-03-20T20:30:00Z
    Transition { at: 1095708600, before: 16200, after: 12600 },  // 2004-09-20T19:30:00Z
    Transition { at: 1111437000, before: 12600, after: 16200 },  // 2005-03-21T20:30:00Z
    Transition { at: 1127331000, before: 16200, after: 12600 },  // 2005-09-21T19:30:00Z
    Transition { at: 1206045000, before: 12600, after: 16200 },  // 2008-03-20T20:30:00Z
    Transition { at: 1221939000, before: 16200, after: 12600 },  // 2008-09-20T19:30:00Z
    Transition { at: 1237667400, before: 12600, after: 16200 },  // 2009-03-21T20:30:00Z
    Transition { at: 1253561400, before: 16200, after: 12600 },  // 2009-09-21T19:30:00Z
    Transition { at: 1269203400, before: 12600, after: 16200 },  // 2010-03-21T20:30:00Z
    Transition { at: 1285097400, before: 16200, after: 12600 },  // 2010-09-21T19:30:00Z
    Transition { at: 1300739400, before: 12600, after: 16200 },  // 2011-03-21T20:30:00Z
    Transition { at: 1316633400, before: 16200, after: 12600 },  // 2011-09-21T19:30:00Z
    Transition { at: 1332275400, before: 12600, after: 16200 },  // 2012-03-20T20:30:00Z
    Transition { at: 1348169400, before: 16200, after: 12600 },  // 2012-09-20T19:30:00Z
    Transition { at: 1363897800, before: 12600, after: 16200 },  // 2013-03-21T20:30:00Z
    Transition { at: 1379791800, before: 16200, after: 12600 },  // 2013-09-21T19:30:00Z
    Transition { at: 1395433800, before: 12600, after: 16200 },  // 2014-03-21T20:30:00Z
    Transition { at: 1411327800, before: 16200, after: 12600 },  // 2014-09-21T19:30:00Z
    Transition { at: 1426969800, before: 12600, after: 16200 },  // 2015-03-21T20:30:00Z
    Transition { at: 1442863800, before: 16200, after: 12600 },  // 2015-09-21T19:30:00Z
    Transition { at: 1458505800, before: 12600, after: 16200 },  // 2016-03-20T20:30:00Z
    Transition { at: 1474399800, before: 16200, after: 12600 },  // 2016-09-20T19:30:00Z
    Transition { at: 1490128200, before: 12600, after: 16200 },  // 2017-03-21T20:30:00Z
    Transition { at: 1506022200, before: 16200, after: 12600 },  // 2017-09-21T19:30:00Z
    Transition { at: 1521664200, before: 12600, after: 16200 },  // 2018-03-21T20:30:00Z
    Transition { at: 1537558200, before: 16200, after: 12600 },  // 2018-09-21T19:30:00Z
    Transition { at: 1553200200, before: 12600, after: 16200 },  // 2019-03-21T20:30:00Z
    Transition { at: 1569094200, before: 16200, after: 12600 },  // 2019-09-21T19:30:00Z
    Transition { at: 1584736200, before: 12600, after: 16200 },  // 2020-03-20T20:30:00Z
    Transition { at: 1600630200, before: 16200, after: 12600 },  // 2020-09-20T19:30:00Z
    Transition { at: 1616358600, before: 12600, after: 16200 },  // 2021-03-21T20:30:00Z
    Transition { at: 1632252600, before: 16200, after: 12600 },  // 2021-09-21T19:30:00Z
    Transition { at: 1647894600, before: 12600, after: 16200 },  // 2022-03-21T20:30:00Z
    Transition { at: 1663788600, before: 16200, after: 12600 },  // 2022-09-21T19:30:00Z
];
