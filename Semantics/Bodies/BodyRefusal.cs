using CoGen.Semantics.Shape;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CoGen.Semantics.Bodies;

/// <summary>Why a whole body is not repeated in the twin, which then calls the original.</summary>
public enum BodyRefusalKind
{
    /// <summary>A struct method writes <c>this</c>.</summary>
    StructWritesThis,

    /// <summary>The body names a type that only its own file can see.</summary>
    FileLocalType,

    /// <summary>The body calls something <c>await</c>, which is a keyword in the twin.</summary>
    AwaitIsAName,

    /// <summary>The body of an accessor speaks of the field behind its property.</summary>
    BackingField,

    /// <summary>The body assigns to its params span, which is an array in the twin.</summary>
    ParamsSpanAssigned,

    /// <summary>The body has syntax errors.</summary>
    Broken,
}

/// <summary>One reason why a body is not repeated.</summary>
public sealed record BodyRefusal(BodyRefusalKind Kind, Location Location, string Detail)
{
    internal static BodyRefusal? Of(
        IMethodSymbol method, BodyDeclaration declaration, SyntaxNode body, KnownTypes known, CancellationToken cancellationToken)
    {
        if (declaration.Owner.GetDiagnostics().Any(static d => d.Severity == DiagnosticSeverity.Error))
            return new BodyRefusal(BodyRefusalKind.Broken, declaration.Identifier.GetLocation(), "it has syntax errors");
        if (StructRules.FindWrite(method, known, cancellationToken) is { } write)
            return new BodyRefusal(BodyRefusalKind.StructWritesThis, write.Syntax.GetLocation(), "it writes to its struct");

        if (body.DescendantNodes().FirstOrDefault(static n => n.IsKind(SyntaxKind.FieldExpression)) is { } field)
            return new BodyRefusal(BodyRefusalKind.BackingField, field.GetLocation(), "it uses 'field', which only an accessor knows");

        if (ParamsSpanWrites.Find(method, body, known, cancellationToken) is { } assigned)
            return new BodyRefusal(BodyRefusalKind.ParamsSpanAssigned, assigned.GetLocation(), $"it assigns to '{assigned.Identifier.ValueText}', which is an array in the twin");

        HashSet<string> fileTypes = FileLocalTypes(body.SyntaxTree.GetRoot(cancellationToken));
        foreach (SyntaxToken token in body.DescendantTokens())
        {
            if (!token.IsKind(SyntaxKind.IdentifierToken))
                continue;
            if (token.Text == "await")
                return new BodyRefusal(BodyRefusalKind.AwaitIsAName, token.GetLocation(), "it uses 'await' as a name");
            if (fileTypes.Contains(token.ValueText))
                return new BodyRefusal(BodyRefusalKind.FileLocalType, token.GetLocation(), $"it uses '{token.ValueText}', which is local to its file");
        }

        return null;
    }

    // Types local to a file stand outside of all other types.
    private static HashSet<string> FileLocalTypes(SyntaxNode root)
    {
        HashSet<string> names = [];
        foreach (SyntaxNode node in root.DescendantNodes(static n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax))
        {
            if (node is BaseTypeDeclarationSyntax type && type.Modifiers.Any(SyntaxKind.FileKeyword))
                names.Add(type.Identifier.ValueText);
            else if (node is DelegateDeclarationSyntax @delegate && @delegate.Modifiers.Any(SyntaxKind.FileKeyword))
                names.Add(@delegate.Identifier.ValueText);
        }

        return names;
    }
}
