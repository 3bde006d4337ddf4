using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace CoGen.Analyzers.Tests.Harness;

/// <summary>Runs a rule, and perhaps its fix, over marked-up C# 14 that references .NET 10 and CoGen; nothing is downloaded.</summary>
internal sealed class RuleTest<TAnalyzer, TCodeFix> : CSharpCodeFixTest<TAnalyzer, TCodeFix, DefaultVerifier>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TCodeFix : CodeFixProvider, new()
{
    /// <summary>What a new project has in scope.</summary>
    public static (string Name, SourceText Text) GlobalUsings { get; } = ("Usings.cs", SourceText.From("""
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Threading;
        global using System.Threading.Tasks;
        """));

    public RuleTest()
    {
        ReferenceAssemblies = References.None;
        foreach (SolutionState state in (SolutionState[])[TestState, FixedState])
        {
            state.AdditionalReferences.AddRange(Net100.References.All);
            state.AdditionalReferences.Add(MetadataReference.CreateFromFile(typeof(Co).Assembly.Location));
        }

        TestState.Sources.Add(GlobalUsings);
    }

    protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.CSharp14);

    protected override CompilationOptions CreateCompilationOptions() =>
        ((CSharpCompilationOptions)base.CreateCompilationOptions())
            .WithAllowUnsafe(true)
            .WithNullableContextOptions(NullableContextOptions.Enable);
}

/// <summary>The references come with each test instead of from a package.</summary>
file static class References
{
    public static ReferenceAssemblies None { get; } = new("net10.0");
}
