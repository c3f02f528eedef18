//! Months and weekdays in, their names out.
//! Floor 2. Uses: nothing.
//!
//! The names are those of CLDR 48, in Pashto with its own gaf; for Jalali months in Kurdish, which CLDR does not have,
//! those in use in Iran.

use super::{Calendar, Weekday};

/// In which language, and which country's way, months and weekdays are named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Names {
    /// Persian in Iran: `مرداد`, `اوت`.
    #[default]
    Iran,
    /// The same with `امرداد` for the fifth month.
    IranAmordad,
    /// Persian in Afghanistan, fa-AF: `اسد`, `اگست`.
    Afghanistan,
    /// Pashto: `زمری`, `اګست`.
    Pashto,
    /// Central Kurdish: `گەلاوێژ`, `ئاب`.
    Kurdish,
}

type Months = [&'static str; 12];
/// In the order of [`Weekday`].
type Weekdays = [&'static str; 7];

pub(super) const JALALI: Months =
    ["فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"];
pub(super) const JALALI_AFGHANISTAN: Months =
    ["حمل", "ثور", "جوزا", "سرطان", "اسد", "سنبله", "میزان", "عقرب", "قوس", "جدی", "دلو", "حوت"];
const JALALI_PASHTO: Months =
    ["وری", "غویی", "غبرګولی", "چنګاښ", "زمری", "وږی", "تله", "لړم", "لیندۍ", "مرغومی", "سلواغه", "کب"];
const JALALI_KURDISH: Months = [
    "خاکەلێوە",
    "گوڵان",
    "جۆزەردان",
    "پووشپەڕ",
    "گەلاوێژ",
    "خەرمانان",
    "ڕەزبەر",
    "گەڵاڕێزان",
    "سەرماوەز",
    "بەفرانبار",
    "ڕێبەندان",
    "ڕەشەمە",
];

pub(super) const GREGORIAN: Months = [
    "ژانویه",
    "فوریه",
    "مارس",
    "آوریل",
    "مه",
    "ژوئن",
    "ژوئیه",
    "اوت",
    "سپتامبر",
    "اکتبر",
    "نوامبر",
    "دسامبر",
];
pub(super) const GREGORIAN_AFGHANISTAN: Months =
    ["جنوری", "فبروری", "مارچ", "اپریل", "می", "جون", "جولای", "اگست", "سپتمبر", "اکتوبر", "نومبر", "دسمبر"];
const GREGORIAN_PASHTO: Months =
    ["جنوري", "فېبروري", "مارچ", "اپریل", "مۍ", "جون", "جولای", "اګست", "سپتمبر", "اکتوبر", "نومبر", "دسمبر"];
const GREGORIAN_KURDISH: Months = [
    "کانوونی دووەم",
    "شوبات",
    "ئازار",
    "نیسان",
    "ئایار",
    "حوزەیران",
    "تەمووز",
    "ئاب",
    "ئەیلوول",
    "تشرینی یەکەم",
    "تشرینی دووەم",
    "کانونی یەکەم",
];

const WEEKDAYS: Weekdays = ["شنبه", "یکشنبه", "دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه"];
const WEEKDAYS_PASHTO: Weekdays = ["اونۍ", "یونۍ", "دونۍ", "درېنۍ", "څلرنۍ", "پینځنۍ", "جمعه"];
const WEEKDAYS_KURDISH: Weekdays =
    ["شەممە", "یەکشەممە", "دووشەممە", "سێشەممە", "چوارشەممە", "پێنجشەممە", "ھەینی"];

/// The name of a month from 1 to 12 in a table. Apart from [`Names`], so that a page that needs a few of the tables does
/// not load the others.
pub(super) fn nth(months: &Months, number: u8) -> &'static str {
    months.get(usize::from(number).wrapping_sub(1)).copied().unwrap_or_default()
}

impl Names {
    /// All of them.
    pub const ALL: [Names; 5] =
        [Names::Iran, Names::IranAmordad, Names::Afghanistan, Names::Pashto, Names::Kurdish];

    /// The name of a month of a calendar, 1 to 12; of any other number, an empty one.
    ///
    /// ```
    /// # use satr::date::{Calendar, Names};
    /// assert_eq!(Names::Iran.month(Calendar::Jalali, 5), "مرداد");
    /// assert_eq!(Names::IranAmordad.month(Calendar::Jalali, 5), "امرداد");
    /// assert_eq!(Names::Afghanistan.month(Calendar::Jalali, 5), "اسد");
    /// assert_eq!(Names::Iran.month(Calendar::Gregorian, 8), "اوت");
    /// ```
    #[must_use]
    pub fn month(self, calendar: Calendar, number: u8) -> &'static str {
        let months = match (calendar, self) {
            (Calendar::Jalali, Self::IranAmordad) if number == 5 => return "امرداد",
            (Calendar::Jalali, Self::Iran | Self::IranAmordad) => &JALALI,
            (Calendar::Jalali, Self::Afghanistan) => &JALALI_AFGHANISTAN,
            (Calendar::Jalali, Self::Pashto) => &JALALI_PASHTO,
            (Calendar::Jalali, Self::Kurdish) => &JALALI_KURDISH,
            (Calendar::Gregorian, Self::Iran | Self::IranAmordad) => &GREGORIAN,
            (Calendar::Gregorian, Self::Afghanistan) => &GREGORIAN_AFGHANISTAN,
            (Calendar::Gregorian, Self::Pashto) => &GREGORIAN_PASHTO,
            (Calendar::Gregorian, Self::Kurdish) => &GREGORIAN_KURDISH,
        };
        nth(months, number)
    }

    /// The name of a weekday: `چهارشنبه`. The Persian one of Tuesday holds a ZWNJ.
    #[must_use]
    pub fn weekday(self, day: Weekday) -> &'static str {
        let names = match self {
            Self::Iran | Self::IranAmordad | Self::Afghanistan => &WEEKDAYS,
            Self::Pashto => &WEEKDAYS_PASHTO,
            Self::Kurdish => &WEEKDAYS_KURDISH,
        };
        names.get(day as usize).copied().unwrap_or_default()
    }
}
