"""Executes a notebook with nbclient and writes it as .ipynb and, by nbconvert, as .html; the kernel is found by its name.

Usage: execute_notebook.py NOTEBOOK KERNEL OUTPUT_FOLDER. Where the notebook's parameters have `quick` or `epochs`, they are
set to the cheap values a test can wait for.
"""
import os
import sys

import nbclient
import nbconvert
import nbformat

path, kernel, output = sys.argv[1:4]
notebook = nbformat.read(path, as_version=4)
for at, cell in enumerate(notebook.cells):
    if "parameters" in cell.metadata.get("tags", []):
        cheap = [line for name, line in (("bool quick", "bool quick = true;"), ("var epochs", "var epochs = 1;")) if name in cell.source]
        notebook.cells.insert(at + 1, nbformat.v4.new_code_cell("\n".join(cheap)))
        break
nbclient.NotebookClient(notebook, timeout=600, kernel_name=kernel, resources={"metadata": {"path": os.path.dirname(path)}}).execute()
nbformat.validate(notebook)
stem = os.path.join(output, os.path.splitext(os.path.basename(path))[0])
nbformat.write(notebook, stem + ".ipynb")
with open(stem + ".html", "w", encoding="utf-8") as page:
    page.write(nbconvert.HTMLExporter().from_notebook_node(notebook)[0])
