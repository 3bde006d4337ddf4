using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace CoGen.Analyzers.Tests.Harness.Corpus;

/// <summary>A snippet with what it needs around it, as a file.</summary>
/// <param name="Snippet">The snippet.</param>
/// <param name="Tree">The file.</param>
/// <param name="Head">What comes before the snippet in it.</param>
internal sealed record SnippetProgram(Snippet Snippet, SyntaxTree Tree, string Head)
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Threading;
        using System.Threading.Tasks;
        using CoGen;

        """;

    private static readonly CSharpParseOptions s_options = new(LanguageVersion.CSharp14);

    /// <param name="snippet">The snippet.</param>
    /// <param name="number">Makes its namespace another one than that of any other snippet.</param>
    public static SnippetProgram Of(Snippet snippet, int number)
    {
        string head = $"{Usings}{snippet.Usings}\n";
        string tail = "";
        if (snippet.Form != SnippetForm.File)
        {
            head += $"namespace Corpus.S{number};\npartial class Example\n{{\n";
            tail = "}\n";
        }

        if (snippet.Form == SnippetForm.Statements)
        {
            head += $"[Coroutine] void Statements({snippet.Parameters})\n{{\n";
            tail += "}\n";
        }

        return new SnippetProgram(snippet, CSharpSyntaxTree.ParseText(head + snippet.Text + tail, s_options, $"{snippet.Area}/S{number}.cs"), head);
    }

    /// <summary>How many lines come before the snippet.</summary>
    public int HeadLines => Head.AsSpan().Count('\n');

    /// <summary>The place in the snippet, or null outside of it.</summary>
    public TextSpan? InSnippet(TextSpan span) =>
        span.Start >= Head.Length && span.End <= Head.Length + Snippet.Text.Length ? new TextSpan(span.Start - Head.Length, span.Length) : null;

    /// <summary>Compiles the files, those that are projects of their own by themselves and all others in one.</summary>
    public static IEnumerable<CSharpCompilation> Compile(IEnumerable<SnippetProgram> programs)
    {
        CSharpCompilation empty = FrameworkSymbols.Empty
            .WithAssemblyName("Corpus")
            .AddReferences(MetadataReference.CreateFromFile(typeof(Co).Assembly.Location), CorpusLibrary.Reference)
            .WithOptions(FrameworkSymbols.Empty.Options.WithAllowUnsafe(true).WithNullableContextOptions(NullableContextOptions.Annotations));
        foreach (IGrouping<string, SnippetProgram> project in programs.GroupBy(static p => p.Snippet.Form == SnippetForm.File ? p.Snippet.Place : ""))
            yield return empty.AddSyntaxTrees(project.Select(static p => p.Tree));
    }
}
