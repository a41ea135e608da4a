import pytest
import torch

from chainrule.data import Dataset, Subset

UNIT = "dataset-class"


class Squares(Dataset):
    def __init__(self, count):
        self.count = count

    def __len__(self):
        return self.count

    def __getitem__(self, index):
        return index, float(index**2)


def test_torchs_loader_takes_it(agree):
    for ours in (Squares(7), Subset(Squares(9), range(7))):
        batches = [*torch.utils.data.DataLoader(ours, 3)]
        assert [len(x) for x, _ in batches] == [3, 3, 1]
        found = torch.cat([t for _, t in batches])
        agree(UNIT, found, torch.arange(7.0).double() ** 2, 0, against="by hand")


def test_a_subset_is_torchs(agree):
    indices = torch.tensor([4, 0, 4, 8])
    ours = Subset(Squares(9), indices)
    theirs = torch.utils.data.Subset(Squares(9), indices.tolist())
    assert len(ours) == len(theirs) == 4
    found = [[subset[n] for n in range(4)] for subset in (ours, theirs)]
    agree(UNIT, *found, 0, against="torch.utils.data.Subset")
    assert [*ours] == found[0]  # ends by itself
    assert Subset(ours, [2])[0] == (4, 16)


@pytest.mark.parametrize("index", [9, -1])
def test_a_subset_of_what_is_not_there_is_refused(index):
    with pytest.raises(IndexError, match=f"no sample {index} among 9"):
        Subset(Squares(9), [0, index])


def test_says_what_a_subclass_lacks():
    class Half(Dataset):
        pass

    with pytest.raises(NotImplementedError, match="Half has no __len__"):
        len(Half())
    with pytest.raises(NotImplementedError, match="Half has no __getitem__"):
        Half()[0]
