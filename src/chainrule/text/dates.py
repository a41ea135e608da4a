"""Dates as people write them, in English and Chinese."""

# --8<-- [start:numerals]
from datetime import date, timedelta

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
SHORT = (
    *("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July"),
    *("Aug.", "Sept.", "Oct.", "Nov.", "Dec."),
)
DAYS = (
    *("Monday", "Tuesday", "Wednesday", "Thursday"),
    *("Friday", "Saturday", "Sunday"),
)
DIGITS = "〇一二三四五六七八九"


def ordinal(n):
    """1st, 2nd, 3rd, 4th, … 11th, … 21st"""
    last = 0 if n // 10 == 1 else n % 10
    return f"{n}" + {1: "st", 2: "nd", 3: "rd"}.get(last, "th")


def digit_by_digit(n):
    """二〇二一"""
    return "".join(DIGITS[int(digit)] for digit in str(n))


def numeral(n):
    """五, 十五, 二十五, 一百零五, 一百一十五: from 1 to 199."""
    tens, ones = n // 10 % 10, n % 10
    text = "一百" if n >= 100 else ""
    if tens:
        text += "十" if n < 20 else f"{DIGITS[tens]}十"
    elif text and ones:
        text += "零"
    return text + (DIGITS[ones] if ones else "")


# --8<-- [end:numerals]


# --8<-- [start:notations]
NOTATIONS = {
    "5 March 2021": lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    "March 5, 2021": lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    "Mar. 5th, 2021": lambda d: (
        f"{SHORT[d.month - 1]} {ordinal(d.day)}, {d.year}"
    ),
    "the 5th of March 2021": lambda d: (
        f"the {ordinal(d.day)} of {MONTHS[d.month - 1]} {d.year}"
    ),
    "Friday, 5 March 2021": lambda d: (
        f"{DAYS[d.weekday()]}, {d.day} {MONTHS[d.month - 1]} {d.year}"
    ),
    "05-MAR-2021": lambda d: (
        f"{d.day:02}-{MONTHS[d.month - 1][:3].upper()}-{d.year}"
    ),
    "2021/3/5": lambda d: f"{d.year}/{d.month}/{d.day}",  # the year first
    "3/5/2021": lambda d: f"{d.month}/{d.day}/{d.year}",  # the month first
    "5.3.2021": lambda d: f"{d.day}.{d.month}.{d.year}",  # the day first
    "20210305": lambda d: f"{d.year}{d.month:02}{d.day:02}",
    "2021年3月5日": lambda d: f"{d.year}年{d.month}月{d.day}日",
    "2021年3月5日星期五": lambda d: (
        f"{d.year}年{d.month}月{d.day}日星期{'一二三四五六日'[d.weekday()]}"
    ),
    "二〇二一年三月五日": lambda d: (
        f"{digit_by_digit(d.year)}年{numeral(d.month)}月{numeral(d.day)}日"
    ),
    "民国110年3月5日": lambda d: f"民国{d.year - 1911}年{d.month}月{d.day}日",
}
# Not for training: known parts in a new order, or beside new neighbours.
NEW_NOTATIONS = {
    "Friday, March 5th, 2021": lambda d: (
        f"{DAYS[d.weekday()]}, {MONTHS[d.month - 1]} {ordinal(d.day)}, {d.year}"
    ),
    "二〇二一年3月5日": lambda d: (
        f"{digit_by_digit(d.year)}年{d.month}月{d.day}日"
    ),
    "民国一百一十年三月五日": lambda d: (
        f"民国{numeral(d.year - 1911)}年{numeral(d.month)}月{numeral(d.day)}日"
    ),
}


# --8<-- [end:notations]


# --8<-- [start:draw-dates]
def split_days(test, rng, first=date(1900, 1, 1), last=date(2099, 12, 31)):
    """All days as two lists without a common one; the second has test days.

    Raises ValueError unless 0 < test < the number of days.
    """
    days = (last - first).days + 1
    if not 0 < test < days:
        raise ValueError(
            f"split_days: test must be 1 to {days - 1}, got {test}"
        )
    order = [first + timedelta(int(n)) for n in rng.permutation(days)]
    return order[test:], order[:test]


def draw_dates(days, n, rng, notations=NOTATIONS):
    """n pairs (written, ISO 8601), day and notation drawn with replacement.

    The years of the Republic (民国) begin in 1912: for an earlier day
    another notation is drawn. Raises ValueError where no day has one.
    """
    names = [*notations]
    if all(republican(name) for name in names) and max(days) < date(1912, 1, 1):
        raise ValueError(f"draw_dates: no day from 1912 on for {names}")
    pairs: list[tuple[str, str]] = []
    while len(pairs) < n:
        day, name = (
            days[rng.integers(len(days))],
            names[rng.integers(len(names))],
        )
        if not (republican(name) and day.year < 1912):
            pairs.append((notations[name](day), day.isoformat()))
    return pairs


def republican(name):
    return name.startswith("民国")


# --8<-- [end:draw-dates]
