import re
from datetime import date, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chainrule.text import NEW_NOTATIONS, NOTATIONS, draw_dates, split_days
from chainrule.text.dates import ordinal

UNIT = "speech-recognition-and-translation"
ALL = NOTATIONS | NEW_NOTATIONS
DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
REPUBLIC = date(1912, 1, 1)


def plain(text):
    """Chinese numerals as digits: 二〇二一, 二十五, 一百零五."""
    digits = {c: str(n) for n, c in enumerate("〇一二三四五六七八九")}

    def value(match):
        said = match[0]
        if not set(said) & set("十百"):
            return "".join(map(digits.get, said))
        hundreds, _, rest = said.rpartition("百")
        tens, ten, ones = rest.replace("零", "").rpartition("十")
        n = 100 * bool(hundreds) + 10 * int(digits.get(tens, "1")) * bool(ten)
        return str(n + int(digits.get(ones, "0")))

    return re.sub("[〇零一二三四五六七八九十百]+", value, text)


def read(text):
    """The date again, by another road: a parser for each notation's form."""
    if match := re.fullmatch(
        r"(民国)?(\d+)年(\d+)月(\d+)日", plain(text.split("星")[0])
    ):
        year, month, day = map(int, match.groups()[1:])
        return date(year + 1911 * bool(match[1]), month, day)
    text = re.sub(r"(\d)(st|nd|rd|th)\b", r"\1", text).replace("Sept.", "Sep")
    text = text.replace(".", "") if re.match("[A-Z]", text) else text
    forms = "%d %B %Y|%B %d, %Y|%b %d, %Y|the %d of %B %Y|%A, %d %B %Y|%A, %B %d, %Y|"
    forms += "%d-%b-%Y|%Y/%m/%d|%m/%d/%Y|%d.%m.%Y|%Y%m%d"
    for form in forms.split("|"):
        try:
            return datetime.strptime(text, form).date()
        except ValueError:
            continue
    raise AssertionError(f"nobody can read {text}")


@pytest.mark.parametrize("name", ALL)
@given(day=DAYS)
def test_every_notation_is_read_back(name, day):
    if name.startswith("民国") and day < REPUBLIC:
        return
    assert read(ALL[name](day)) == day


def test_names_are_examples():
    for name, written in ALL.items():
        assert written(date(2021, 3, 5)) == name


@pytest.mark.parametrize(
    ("name", "day", "said"),
    [
        ("Mar. 5th, 2021", date(1911, 9, 11), "Sept. 11th, 1911"),
        ("Mar. 5th, 2021", date(2022, 5, 22), "May 22nd, 2022"),
        ("05-MAR-2021", date(1900, 12, 31), "31-DEC-1900"),
        ("二〇二一年三月五日", date(2010, 10, 20), "二〇一〇年十月二十日"),
        ("二〇二一年三月五日", date(1999, 12, 31), "一九九九年十二月三十一日"),
        ("民国110年3月5日", date(1912, 1, 1), "民国1年1月1日"),
        ("民国一百一十年三月五日", date(2016, 2, 10), "民国一百零五年二月十日"),
        ("民国一百一十年三月五日", date(2011, 2, 1), "民国一百年二月一日"),
        ("2021年3月5日星期五", date(2023, 1, 1), "2023年1月1日星期日"),
    ],
)
def test_by_hand(name, day, said):
    assert ALL[name](day) == said


def test_ordinals():
    said = "1st 2nd 3rd 4th 10th 11th 12th 13th 14th 20th 21st 22nd 23rd 30th 31st"
    assert [ordinal(int(re.match(r"\d+", s)[0])) for s in said.split()] == said.split()


def test_no_two_notations_of_training_write_two_dates_alike():
    days = [date(1900, 1, 1) + timedelta(n) for n in range(0, 73049, 7)]
    meant = {}
    for name, written in ALL.items():
        for day in days:
            if name.startswith("民国") and day < REPUBLIC:
                continue
            assert meant.setdefault(written(day), day) == day


def test_no_day_is_in_both_parts(agree):
    days, test = split_days(2000, np.random.default_rng(0))
    assert len(days) == 73_049 - 2000
    assert not {*days} & {*test}
    every = sorted(day.toordinal() for day in days + test)
    oracle = range(date(1900, 1, 1).toordinal(), date(2100, 1, 1).toordinal())
    agree(UNIT, every, [*oracle], 0, against="all days of the calendar")
    assert split_days(2000, np.random.default_rng(0))[1] == test
    assert split_days(2000, np.random.default_rng(1))[1] != test


def test_pairs_mean_the_same_day(agree):
    days, test = split_days(2000, np.random.default_rng(0))
    pairs = draw_dates(test, 600, np.random.default_rng(0), ALL)
    ours = [date.fromisoformat(iso).toordinal() for _, iso in pairs]
    oracle = [read(text).toordinal() for text, _ in pairs]
    agree(UNIT, ours, oracle, 0, against="datetime.strptime and a parser of numerals")
    assert {date.fromordinal(n) for n in ours} <= {*test}
    assert pairs == draw_dates(test, 600, np.random.default_rng(0), ALL)
    assert not {*days} & {date.fromordinal(n) for n in ours}


def test_all_notations_come():
    pairs = draw_dates([date(2021, 3, 5)], 400, np.random.default_rng(0))
    assert {text for text, _ in pairs} == {*NOTATIONS}
    pairs = draw_dates([date(1911, 12, 31)], 400, np.random.default_rng(0))
    assert len({*pairs}) == len(NOTATIONS) - 1


@pytest.mark.parametrize("test", [0, 73_049])
def test_split_needs_days_on_both_sides(test):
    with pytest.raises(ValueError, match=f"test must be 1 to 73048, got {test}"):
        split_days(test, np.random.default_rng(0))


def test_no_notation_for_any_day():
    only = {k: NOTATIONS[k] for k in ["民国110年3月5日"]}
    with pytest.raises(ValueError, match="no day from 1912 on"):
        draw_dates([date(1911, 12, 31)], 1, np.random.default_rng(0), only)
