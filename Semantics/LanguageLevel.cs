using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoGen.Semantics;

/// <summary>What generated code can be written in: it is compiled in the project's own version of C#.</summary>
public static class LanguageLevel
{
    /// <summary>The least version that twins can be written in: they name static lambdas, and module initializers root them.</summary>
    public const LanguageVersion Least = LanguageVersion.CSharp9;

    public static LanguageVersion Of(SyntaxTree tree) => Of(tree.Options);

    public static LanguageVersion Of(ParseOptions options) => options is CSharpParseOptions csharp ? csharp.LanguageVersion : LanguageVersion.Latest;

    /// <summary>Whether a namespace may reach to the end of its file.</summary>
    public static bool HasFileScopedNamespaces(ParseOptions options) => Of(options) >= LanguageVersion.CSharp10;

    /// <summary>Whether a lambda may say what it returns, and have attributes.</summary>
    public static bool HasTypedLambdas(SyntaxTree tree) => Of(tree) >= LanguageVersion.CSharp10;

    /// <summary>Whether a type may be local to its file.</summary>
    public static bool HasFileTypes(ParseOptions options) => Of(options) >= LanguageVersion.CSharp11;

    /// <summary>Whether the file that redirects calls can be written.</summary>
    public static bool HasInterceptors(ParseOptions options) => Of(options) >= LanguageVersion.CSharp12;
}
