"""How Sphinx sets the web edition; web.py gathers the pages."""

project = "lessonkit"
author = "The lessonkit authors"
html_title = "Reading one despatch closely"
language = "en"

extensions = ["myst_nb"]
myst_enable_extensions = []  # "$" is money here, not mathematics
nb_execution_mode = "off"  # the stored outputs are the ones that the tests compare
nb_code_prompt_show = "Show the result, once you have predicted it"
nb_code_prompt_hide = "Hide the result"
suppress_warnings = ["mystnb.unknown_mime_type"]  # the answers that a notebook keeps
nb_ipywidgets_js = {}  # no script from another host: the outputs carry the still reader

html_theme = "furo"
html_static_path = ["lessonkit.css"]
html_css_files = ["lessonkit.css"]
html_copy_source = False
html_use_index = False
html_show_sourcelink = False
html_show_sphinx = False
html_theme_options = {
    "announcement": "This is a copy to read. To answer the questions, open the lessons in "
    "JupyterLab: the README says how.",
}
pygments_style = "a11y-light"
pygments_dark_style = "a11y-dark"
