/** The articles of the gallery, in its order. */
export const SAMPLES = [
  { name: "news", genre: "خبر" },
  { name: "long-read", genre: "گزارش بلند" },
  { name: "live", genre: "پوشش زنده" },
  { name: "recipe", genre: "دستور پخت" },
  { name: "poem", genre: "شعر" },
  { name: "science", genre: "علم" },
  { name: "readers", genre: "گفت‌وگو" },
  { name: "damaged", genre: "متن آسیب‌دیده" },
  { name: "mehr-4692303", genre: "خبر برگرفته" },
];
