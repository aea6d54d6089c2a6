using FsCheck;
using FsCheck.Fluent;
using MatNotebooks.Kernel.Notebooks.Format;
using MatNotebooks.Kernel.Notebooks.Stripping;

namespace MatNotebooks.Kernel.Tests.Notebooks.Stripping;

public sealed class StrippedNotebookTests
{
    private const string Run = """
        {"nbformat": 4, "nbformat_minor": 5, "metadata": {"kernelspec": {"name": ".net-csharp"}, "widgets": {"state": 1}, "mine": [1.50]},
         "cells": [
          {"cell_type": "code", "id": "a", "execution_count": 7, "source": "var x = 1;\nx",
           "metadata": {"tags": ["parameters"], "execution": {"iopub.status.busy": "2026-01-01"}, "scrolled": true, "jupyter": {"outputs_hidden": true}},
           "outputs": [{"output_type": "execute_result", "execution_count": 7, "data": {"text/plain": "1"}, "metadata": {}}]},
          {"cell_type": "markdown", "id": "b", "metadata": {}, "source": ["# T\n", "\u00e9 <b>"], "attachments": {"p.png": {"image/png": "AA=="}}}]}
        """;

    [Fact]
    public void Outputs_counts_and_notes_go_and_what_the_author_wrote_stays() => Assert.Equal(
        """
        {
         "cells": [
          {
           "cell_type": "code",
           "execution_count": null,
           "id": "a",
           "metadata": {
            "tags": [
             "parameters"
            ]
           },
           "outputs": [],
           "source": [
            "var x = 1;\n",
            "x"
           ]
          },
          {
           "attachments": {
            "p.png": {
             "image/png": "AA=="
            }
           },
           "cell_type": "markdown",
           "id": "b",
           "metadata": {},
           "source": [
            "# T\n",
            "é <b>"
           ]
          }
         ],
         "metadata": {
          "kernelspec": {
           "name": ".net-csharp"
          },
          "mine": [
           1.50
          ]
         },
         "nbformat": 4,
         "nbformat_minor": 5
        }

        """,
        StrippedNotebook.Of(Run));

    [Fact]
    public void Stripping_again_changes_nothing() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<NonNull<string>[]>(),
            sources =>
            {
                var cells = sources.Select((source, i) => new NotebookCell($"c{i}", (CellKind)(i % 3), source.Get) { ExecutionCount = i });
                var once = StrippedNotebook.Of(NotebookWriter.Write(new Notebook([.. cells])));
                return StrippedNotebook.Of(once) == once
                    && NotebookReader.Read(once).Cells.Select(cell => cell.Source).SequenceEqual(sources.Select(source => source.Get));
            }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("", "line 1")]
    [InlineData("{\"nbformat\": 4,\n oops}", "line 2")]
    [InlineData("{\"nbformat\": 3, \"cells\": []}", "nbformat 3")]
    public void What_is_not_a_notebook_is_named(string text, string named) =>
        Assert.Contains(named, Assert.Throws<NotebookFormatException>(() => StrippedNotebook.Of(text)).Message);
}
