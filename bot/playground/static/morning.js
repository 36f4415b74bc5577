// When the offices' next working morning begins: 9:00 in Warsaw, Monday to Friday, no public holiday.

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const FIXED = new Set(["1-1", "1-6", "5-1", "5-3", "8-15", "11-1", "11-11", "12-24", "12-25", "12-26"]);
const AFTER_EASTER = [0, 1, 49, 60]; // Easter, its Monday, Pentecost, Corpus Christi

const inWarsaw = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/Warsaw",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  hourCycle: "h23",
});

function parts(moment) {
  const found = Object.fromEntries(inWarsaw.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  return { ...found, noon: Date.UTC(found.year, found.month - 1, found.day, 12) };
}

// Easter Sunday at noon, by the anonymous Gregorian algorithm.
function easter(year) {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return Date.UTC(year, month - 1, ((h + l - 7 * m + 114) % 31) + 1, 12);
}

function isWorking(noon) {
  const date = new Date(noon);
  const sunday = easter(date.getUTCFullYear());
  return (
    date.getUTCDay() % 6 !== 0 &&
    !FIXED.has(`${date.getUTCMonth() + 1}-${date.getUTCDate()}`) &&
    !AFTER_EASTER.some((days) => sunday + days * DAY === noon)
  );
}

// The hours from a moment to the next working morning, a fraction as a rule.
export function hoursToMorning(now) {
  const from = new Date(now);
  let { noon, hour } = parts(from);
  if (hour >= 9) noon += DAY;
  while (!isWorking(noon)) noon += DAY;
  let morning = noon - 4 * HOUR; // 9:00 in winter time
  if (parts(new Date(morning)).hour !== 9) morning -= HOUR;
  return (morning - from) / HOUR;
}
