"""The kinds of arrays that the solver works with."""

import numpy as np
from numpy.typing import NDArray

Getallen = NDArray[np.int64]
Kommagetallen = NDArray[np.float64]
Vlaggen = NDArray[np.bool_]
