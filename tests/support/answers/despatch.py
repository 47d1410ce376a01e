"""The bundled despatch, loaded once for all the answers that are made from it."""

import lessonkit

DESPATCH = lessonkit.load()
