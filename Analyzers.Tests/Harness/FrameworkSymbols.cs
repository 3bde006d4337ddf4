using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CoGen.Analyzers.Tests.Harness;

/// <summary>The .NET 10 reference assemblies, to ask for symbols and operations.</summary>
internal static class FrameworkSymbols
{
    public static CSharpCompilation Empty { get; } = CSharpCompilation.Create(
        "Framework",
        references: Net100.References.All,
        options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    public static INamedTypeSymbol Type(string metadataName) =>
        Empty.GetTypeByMetadataName(metadataName) ?? throw new InvalidOperationException($"No type '{metadataName}'.");

    /// <summary>Compiles the statements and returns the last call in them.</summary>
    public static IInvocationOperation LastCall(string statements)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText($$"""
            using System;
            using System.Collections.Generic;
            using System.IO;
            using System.Threading;
            using System.Threading.Tasks;
            class C
            {
                void M()
                {
                    {{statements}}
                }
            }
            """);
        CSharpCompilation compilation = Empty.AddSyntaxTrees(tree);
        Assert.Empty(compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));

        InvocationExpressionSyntax call = tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Last();
        return Assert.IsAssignableFrom<IInvocationOperation>(compilation.GetSemanticModel(tree).GetOperation(call));
    }
}
