"""What a loader takes its samples from."""


# --8<-- [start:dataset]
class Dataset:
    """Samples by number: dataset[0], …, dataset[len(dataset) - 1].

    A subclass has __init__, which finds the data, __len__, how many
    samples there are, and __getitem__, which returns one, often a pair
    (x, t). As torch.utils.data.Dataset; torch's loaders take both.
    """

    def __len__(self):
        raise NotImplementedError(f"{type(self).__name__} has no __len__")

    def __getitem__(self, index):
        raise NotImplementedError(f"{type(self).__name__} has no __getitem__")


# --8<-- [end:dataset]


# --8<-- [start:subset]
class Subset(Dataset):
    """The samples of a dataset that have these numbers, in their order.

    As torch.utils.data.Subset, but raises IndexError at once for a
    number that the dataset does not have.
    """

    def __init__(self, dataset, indices):
        self.dataset, self.indices = dataset, [int(i) for i in indices]
        for i in self.indices:
            if not 0 <= i < len(dataset):
                raise IndexError(f"no sample {i} among {len(dataset)}")

    def __len__(self):
        return len(self.indices)

    def __getitem__(self, index):
        return self.dataset[self.indices[index]]


# --8<-- [end:subset]
