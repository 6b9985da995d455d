"""What `benchmarks/language.py` measures, one module a sub-command."""

import sys
from pathlib import Path

# A script finds what lies beside it, not the project that it belongs to.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))
