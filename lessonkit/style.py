"""The colours that everything drawn or shown shares."""

INK = "#222222"  # text, always
PAPER = "#ffffff"  # its background, also in a dark theme

# Okabe and Ito's colours, told apart by colour-weak eyes: for marks and never for text
BLUE, VERMILLION, GREEN, PURPLE = "#0072B2", "#D55E00", "#009E73", "#CC79A7"
HIGHLIGHT = "#ffe9a8"  # behind a passage that is pointed at
