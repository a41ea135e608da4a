"""MNIST and its successor of clothes: 70,000 pictures of 28 x 28 pixels."""

from chainrule.data.download import Remote, fetch
from chainrule.data.idx import read_idx

# isort: split
# --8<-- [start:mnist]
from functools import cached_property
from pathlib import Path


class MNIST:
    """Handwritten digits: 60,000 pictures to train on, 10,000 to test.

    LeCun, Cortes and Burges. root is the folder with the four files, as
    published (.gz) or unpacked; download=True gets those that are
    missing from the first mirror that works. train and test are pairs:
    images (N, 28, 28) and classes (N,), bytes both, read when first
    asked for. Raises FileNotFoundError where files are missing and
    download is False, ConnectionError where no mirror works, ValueError
    for a file that is not the published one.

    torchvision's MNIST is one of the two parts and gives a picture at a
    time; these are whole arrays.
    """

    classes = tuple("0123456789")
    mirrors: tuple[str, ...] = (
        "https://ossci-datasets.s3.amazonaws.com/mnist/",
        "https://storage.googleapis.com/cvdf-datasets/mnist/",
        "http://yann.lecun.com/exdb/mnist/",
    )
    files = (
        Remote(
            "train-images-idx3-ubyte.gz",
            9912422,
            "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
        ),
        Remote(
            "train-labels-idx1-ubyte.gz",
            28881,
            "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
        ),
        Remote(
            "t10k-images-idx3-ubyte.gz",
            1648877,
            "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
        ),
        Remote(
            "t10k-labels-idx1-ubyte.gz",
            4542,
            "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6",
        ),
    )
    shapes = ((60000, 28, 28), (60000,), (10000, 28, 28), (10000,))

    def __init__(self, root, download=False):
        self.root, self.paths = Path(root), []
        missing = [f.name for f in self.files if self.find(f) is None]
        if missing and not download:
            raise FileNotFoundError(
                f"{type(self).__name__}: {self.root} lacks "
                f"{', '.join(missing)}; download=True gets them"
            )
        for remote in self.files:
            path = self.find(remote)
            if path is None:
                path = fetch(remote, self.mirrors, self.root)
            elif path.name == remote.name and (fault := remote.fault(path)):
                if not download:
                    raise ValueError(
                        f"{path} is not the published file: {fault}"
                    )
                path = fetch(remote, self.mirrors, self.root)
            self.paths.append(path)

    def find(self, remote):
        """The file, as published or unpacked; None where there is none."""
        packed = self.root / remote.name
        paths = packed, packed.with_suffix("")
        return next((path for path in paths if path.is_file()), None)

    @cached_property
    def train(self):
        """Images and classes to train on, and to choose a model with."""
        return self.part(0)

    @cached_property
    def test(self):
        """Images and classes for the one measurement at the end."""
        return self.part(2)

    def part(self, first):
        """The pair of files from number first on."""
        pair = tuple(map(read_idx, self.paths[first : first + 2]))
        for path, array, shape in zip(
            self.paths[first:], pair, self.shapes[first:], strict=False
        ):
            if array.shape != shape or array.dtype != "u1":
                found = f"{array.dtype} {array.shape}"
                raise ValueError(f"{path} has {found} instead of uint8 {shape}")
        if (most := pair[1].max()) >= len(self.classes):
            raise ValueError(f"{self.paths[first + 1]} has a class {most}")
        return pair


# --8<-- [end:mnist]


# --8<-- [start:fashion]
class FashionMNIST(MNIST):
    """Pictures of clothes in MNIST's format, harder to tell apart.

    Xiao, Rasul and Vollgraf (2017), arXiv:1708.07747. Like MNIST.
    """

    classes = (
        "T-shirt/top",
        "Trouser",
        "Pullover",
        "Dress",
        "Coat",
        "Sandal",
        "Shirt",
        "Sneaker",
        "Bag",
        "Ankle boot",
    )
    mirrors = (
        "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",
        "https://github.com/zalandoresearch/fashion-mnist/raw/master/data/fashion/",
    )
    files = (
        Remote(
            "train-images-idx3-ubyte.gz",
            26421880,
            "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84",
        ),
        Remote(
            "train-labels-idx1-ubyte.gz",
            29515,
            "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845",
        ),
        Remote(
            "t10k-images-idx3-ubyte.gz",
            4422102,
            "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073",
        ),
        Remote(
            "t10k-labels-idx1-ubyte.gz",
            5148,
            "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5",
        ),
    )


# --8<-- [end:fashion]
