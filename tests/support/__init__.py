"""What the tests share: hand-ins, answers, documents, a real JupyterLab, the measures."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
