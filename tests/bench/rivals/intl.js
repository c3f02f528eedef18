// Instants and numbers in, Persian out, by the browser's own `Intl`.

const zone = "Asia/Tehran";
const days = new Intl.DateTimeFormat("fa-IR", { calendar: "persian", day: "numeric", month: "long", year: "numeric", timeZone: zone });
const clocks = new Intl.DateTimeFormat("fa-IR", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone });
const numbers = new Intl.NumberFormat("fa-IR", { useGrouping: false });

/** `۲۳ مرداد ۱۳۹۸` */
export function day(date) {
  return days.format(new Date(date));
}

/** `۲۳ مرداد ۱۳۹۸، ۱۲:۰۰` */
export function news(date) {
  const instant = new Date(date);
  return `${days.format(instant)}، ${clocks.format(instant)}`;
}

/** The time alone when both are of one day. */
export function update(date, published) {
  return day(date) === day(published) ? clocks.format(new Date(date)) : news(date);
}

export function number(count) {
  return numbers.format(count);
}
