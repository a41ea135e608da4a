import matplotlib.pyplot as plt
import pytest
from matplotlib.colors import same_color

from chainrule.scratch.training import plot_loss_and_acc


@pytest.fixture
def axes():
    plt.switch_backend("agg")
    cycle = plt.cycler(color="rgb") + plt.cycler(linestyle=["-", ":", "-."])
    with plt.rc_context({"axes.prop_cycle": cycle}):  # as the pages' style has it
        figure, axes = plt.subplots(1, 2)
        yield axes
    plt.close(figure)


def test_draws_every_curve(agree, make, axes):
    runs = {"with": make(momentum=0.9).train(4), "without": make(momentum=0).train(3)}
    plot_loss_and_acc(runs, axes)
    for axis, what in zip(axes, ("loss", "accuracy"), strict=True):
        lines = iter(axis.get_lines())
        for k, (name, history) in enumerate(runs.items()):
            for key, style in ((what, "-"), (f"val_{what}", "--")):
                line = next(lines)
                assert list(line.get_xdata()) == [*range(1, len(history[key]) + 1)]
                unit, y = "plot-loss-and-accuracy", line.get_ydata()
                agree(unit, y, history[key], 0, against="the history that it drew")
                assert same_color(line.get_color(), f"C{k}")
                assert line.get_linestyle() == style
                assert (line.get_label() == name) == (style == "-")
        assert (axis.get_xlabel(), axis.get_ylabel()) == ("epoch", what)
        assert next(lines, None) is None
    assert [text.get_text() for text in axes[0].get_legend().get_texts()] == [*runs]


def test_without_validation_there_is_one_curve_a_run(make, axes):
    history = make(validation=None).train(2)
    plot_loss_and_acc({"x": history}, axes, ("轮", "损失", "准确率"))
    assert [len(axis.get_lines()) for axis in axes] == [1, 1]
    assert [axis.get_ylabel() for axis in axes] == ["损失", "准确率"]


def test_refuses_nothing(make, axes):
    for runs in ({}, {"x": make().history}):
        with pytest.raises(ValueError, match="nothing to draw"):
            plot_loss_and_acc(runs, axes)
