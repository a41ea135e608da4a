"""What all tests run under; the machinery is the plugin of `sitekit.check`."""

import os

from hypothesis import settings

# Before NumPy and PyTorch: on arrays this small a second thread only waits, and the
# other processor is busy with other tests.
os.environ.setdefault("OMP_NUM_THREADS", "1")
# The same examples every time, however busy the machine: no run fails by chance.
settings.register_profile("house", derandomize=True, deadline=None)
settings.load_profile("house")
pytest_plugins = ["sitekit.check.plugin"]
