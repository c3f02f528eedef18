//! Nothing in, the changes of Tehran's clock out.
//! Floor 2. Uses: nothing.
//!
//! Made from `Asia/Tehran` of the tz database by `SATR_BLESS=1 cargo test --test it table`; a test compares.

use super::zone::{Change, History};

pub(super) const TEHRAN: History = History {
    mean_until: -1090466744, // 1935-06-12T20:34:16Z
    mean: 12344,
    first: 7,
    changes: &CHANGES,
};

const CHANGES: [Change; 69] = [
    Change { day: 2636, half_hour: 39, offset: 9 }, // 1977-03-21T19:30:00Z
    Change { day: 2849, half_hour: 39, offset: 8 }, // 1977-10-20T19:30:00Z
    Change { day: 3004, half_hour: 40, offset: 10 }, // 1978-03-24T20:00:00Z
    Change { day: 3137, half_hour: 40, offset: 8 }, // 1978-08-04T20:00:00Z
    Change { day: 3235, half_hour: 40, offset: 7 }, // 1978-11-10T20:00:00Z
    Change { day: 3431, half_hour: 41, offset: 9 }, // 1979-05-25T20:30:00Z
    Change { day: 3547, half_hour: 39, offset: 7 }, // 1979-09-18T19:30:00Z
    Change { day: 3731, half_hour: 41, offset: 9 }, // 1980-03-20T20:30:00Z
    Change { day: 3917, half_hour: 39, offset: 7 }, // 1980-09-22T19:30:00Z
    Change { day: 7791, half_hour: 41, offset: 9 }, // 1991-05-02T20:30:00Z
    Change { day: 7933, half_hour: 39, offset: 7 }, // 1991-09-21T19:30:00Z
    Change { day: 8115, half_hour: 41, offset: 9 }, // 1992-03-21T20:30:00Z
    Change { day: 8299, half_hour: 39, offset: 7 }, // 1992-09-21T19:30:00Z
    Change { day: 8480, half_hour: 41, offset: 9 }, // 1993-03-21T20:30:00Z
    Change { day: 8664, half_hour: 39, offset: 7 }, // 1993-09-21T19:30:00Z
    Change { day: 8845, half_hour: 41, offset: 9 }, // 1994-03-21T20:30:00Z
    Change { day: 9029, half_hour: 39, offset: 7 }, // 1994-09-21T19:30:00Z
    Change { day: 9210, half_hour: 41, offset: 9 }, // 1995-03-21T20:30:00Z
    Change { day: 9394, half_hour: 39, offset: 7 }, // 1995-09-21T19:30:00Z
    Change { day: 9575, half_hour: 41, offset: 9 }, // 1996-03-20T20:30:00Z
    Change { day: 9759, half_hour: 39, offset: 7 }, // 1996-09-20T19:30:00Z
    Change { day: 9941, half_hour: 41, offset: 9 }, // 1997-03-21T20:30:00Z
    Change { day: 10125, half_hour: 39, offset: 7 }, // 1997-09-21T19:30:00Z
    Change { day: 10306, half_hour: 41, offset: 9 }, // 1998-03-21T20:30:00Z
    Change { day: 10490, half_hour: 39, offset: 7 }, // 1998-09-21T19:30:00Z
    Change { day: 10671, half_hour: 41, offset: 9 }, // 1999-03-21T20:30:00Z
    Change { day: 10855, half_hour: 39, offset: 7 }, // 1999-09-21T19:30:00Z
    Change { day: 11036, half_hour: 41, offset: 9 }, // 2000-03-20T20:30:00Z
    Change { day: 11220, half_hour: 39, offset: 7 }, // 2000-09-20T19:30:00Z
    Change { day: 11402, half_hour: 41, offset: 9 }, // 2001-03-21T20:30:00Z
    Change { day: 11586, half_hour: 39, offset: 7 }, // 2001-09-21T19:30:00Z
    Change { day: 11767, half_hour: 41, offset: 9 }, // 2002-03-21T20:30:00Z
    Change { day: 11951, half_hour: 39, offset: 7 }, // 2002-09-21T19:30:00Z
    Change { day: 12132, half_hour: 41, offset: 9 }, // 2003-03-21T20:30:00Z
    Change { day: 12316, half_hour: 39, offset: 7 }, // 2003-09-21T19:30:00Z
    Change { day: 12497, half_hour: 41, offset: 9 }, // 2004-03-20T20:30:00Z
    Change { day: 12681, half_hour: 39, offset: 7 }, // 2004-09-20T19:30:00Z
    Change { day: 12863, half_hour: 41, offset: 9 }, // 2005-03-21T20:30:00Z
    Change { day: 13047, half_hour: 39, offset: 7 }, // 2005-09-21T19:30:00Z
    Change { day: 13958, half_hour: 41, offset: 9 }, // 2008-03-20T20:30:00Z
    Change { day: 14142, half_hour: 39, offset: 7 }, // 2008-09-20T19:30:00Z
    Change { day: 14324, half_hour: 41, offset: 9 }, // 2009-03-21T20:30:00Z
    Change { day: 14508, half_hour: 39, offset: 7 }, // 2009-09-21T19:30:00Z
    Change { day: 14689, half_hour: 41, offset: 9 }, // 2010-03-21T20:30:00Z
    Change { day: 14873, half_hour: 39, offset: 7 }, // 2010-09-21T19:30:00Z
    Change { day: 15054, half_hour: 41, offset: 9 }, // 2011-03-21T20:30:00Z
    Change { day: 15238, half_hour: 39, offset: 7 }, // 2011-09-21T19:30:00Z
    Change { day: 15419, half_hour: 41, offset: 9 }, // 2012-03-20T20:30:00Z
    Change { day: 15603, half_hour: 39, offset: 7 }, // 2012-09-20T19:30:00Z
    Change { day: 15785, half_hour: 41, offset: 9 }, // 2013-03-21T20:30:00Z
    Change { day: 15969, half_hour: 39, offset: 7 }, // 2013-09-21T19:30:00Z
    Change { day: 16150, half_hour: 41, offset: 9 }, // 2014-03-21T20:30:00Z
    Change { day: 16334, half_hour: 39, offset: 7 }, // 2014-09-21T19:30:00Z
    Change { day: 16515, half_hour: 41, offset: 9 }, // 2015-03-21T20:30:00Z
    Change { day: 16699, half_hour: 39, offset: 7 }, // 2015-09-21T19:30:00Z
    Change { day: 16880, half_hour: 41, offset: 9 }, // 2016-03-20T20:30:00Z
    Change { day: 17064, half_hour: 39, offset: 7 }, // 2016-09-20T19:30:00Z
    Change { day: 17246, half_hour: 41, offset: 9 }, // 2017-03-21T20:30:00Z
    Change { day: 17430, half_hour: 39, offset: 7 }, // 2017-09-21T19:30:00Z
    Change { day: 17611, half_hour: 41, offset: 9 }, // 2018-03-21T20:30:00Z
    Change { day: 17795, half_hour: 39, offset: 7 }, // 2018-09-21T19:30:00Z
    Change { day: 17976, half_hour: 41, offset: 9 }, // 2019-03-21T20:30:00Z
    Change { day: 18160, half_hour: 39, offset: 7 }, // 2019-09-21T19:30:00Z
    Change { day: 18341, half_hour: 41, offset: 9 }, // 2020-03-20T20:30:00Z
    Change { day: 18525, half_hour: 39, offset: 7 }, // 2020-09-20T19:30:00Z
    Change { day: 18707, half_hour: 41, offset: 9 }, // 2021-03-21T20:30:00Z
    Change { day: 18891, half_hour: 39, offset: 7 }, // 2021-09-21T19:30:00Z
    Change { day: 19072, half_hour: 41, offset: 9 }, // 2022-03-21T20:30:00Z
    Change { day: 19256, half_hour: 39, offset: 7 }, // 2022-09-21T19:30:00Z
];
