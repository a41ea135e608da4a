"""The schedules on the screen are those of ``chainrule.scratch.optim.lr_scheduler``."""

import numpy as np
import pytest
from helpers.explorer import points, program, scale

NAME = "optimization/learning-rate-schedules/chosen-schedule"
pytestmark = [pytest.mark.built, pytest.mark.browser]
ASK = """([cases, steps]) => cases.map(([name, lr, given]) => {
  const rate = tools.explorers.schedule.SCHEDULES[name]
  return Array.from({length: steps}, (_, t) => rate(t, lr, given, steps))
})"""


def test_every_rate_is_that_of_numpy(explorer):
    ours, rng = program(NAME), np.random.default_rng(3)
    choices, cases = ours["CHOICES"], []
    for name, (_, given) in ours["SCHEDULES"].items():
        cases.append([name, ours["RATE"], given])
        for _ in range(30):
            chosen = {key: rng.choice(choices[key]).item() for key in given}
            cases.append([name, float(rng.choice(choices["lr"])), chosen])
    found = explorer(NAME).page.evaluate(ASK, [cases, ours["STEPS"]])
    for (name, lr, given), rates in zip(cases, found, strict=True):
        expected = ours["rates"](name, lr, **given)
        np.testing.assert_allclose(rates, expected, rtol=1e-12, atol=1e-12 * lr)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_numbers_are_those_of_python(explorer, lang):
    at, ours = explorer(NAME, lang), program(NAME)
    choices = ours["CHOICES"]
    for name, lr, t, chosen in [
        ("warmup", 0.1, 60, {}),
        ("cosine", 0.5, 199, {"T_max": 100, "eta_min": 0.02}),
        ("restarts", 0.002, 76, {"T_0": 20, "T_mult": 3}),
        ("onecycle", 0.1, 59, {"pct_start": 0.4, "lines": 1}),
        ("cyclic", 0.3, 33, {"gamma": 0.99}),
        ("noam", 1.0, 0, {"warmup_steps": 80}),
    ]:
        at.set(schedule=name, lr=choices["lr"].index(lr), t=t)
        for key, value in chosen.items():
            at.set(**{f"{name}-{key}": choices[key].index(value)})
        rates = ours["rates"](name, lr, **chosen)
        expected = {"at": rates[t], "mean": rates.mean(), "highest": rates.max()}
        expected |= {"last": rates[-1]}
        assert at.numbers() == pytest.approx(expected, rel=1e-12, abs=1e-15)
        hidden = at.box.locator(f"[name^={name}-] >> visible=true")
        assert hidden.count() == len(ours["SCHEDULES"][name][1])
    assert at.box.locator("input[type=range]:visible").count() == 4


def test_a_rate_of_zero_has_a_place_on_a_logarithmic_axis(explorer):
    at = explorer(NAME, state="schedule:cosine,log:1,cosine-T_max:100,t:100")
    assert at.numbers()["at"] == 0
    assert at.text("at") == "0.000"
    dot, stage = at.box.locator(".dot"), at.box.locator(".stage")
    bottom = stage.bounding_box()["y"] + stage.bounding_box()["height"]
    assert dot.bounding_box()["y"] < bottom
    labels = at.box.locator(".axes text").all_text_contents()
    assert "10⁻²" in labels


def test_the_picture_shows_the_rates(explorer):
    at, rates = explorer(NAME), program(NAME)["rates"]("warmup")
    curve = points(at.box.locator(".stage .line.c0"))
    assert scale(curve[:, 0], range(len(rates))) > 0 > scale(curve[:, 1], rates)
    assert (at.text("at"), at.text("last")) == ("0.08830", "7.615e−6")
    dot = [float(at.box.locator(".dot").get_attribute(side)) for side in ("cx", "cy")]
    assert dot == [*curve[60]]
    mean = points(at.box.locator(".stage .line.c1"))
    scale([*curve[:, 1], *mean[:, 1]], [*rates, rates.mean(), rates.mean()])
    at.set(log=1)
    curve = points(at.box.locator(".stage .line.c0"))
    assert scale(curve[:, 1], np.log10(rates)) < 0
