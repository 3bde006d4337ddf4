using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CoGen.Generator.Tests.Harness;

/// <summary>Writes a coroutine that calls one member of a framework, whatever it takes: each argument is a parameter of the coroutine.</summary>
internal sealed class MemberCall
{
    private readonly List<string> _parameters = [];

    private MemberCall(IMethodSymbol method, string typeName)
    {
        string[] arguments = [.. method.Parameters.Skip(method.IsExtensionMethod ? 1 : 0).Select((p, i) => Argument(p, $"a{i}"))];
        Statement = $"{(method.ReturnsVoid ? "" : "_ = ")}{ReceiverOf(method)}{method.Name}{TypeArgumentsOf(method)}({string.Join(", ", arguments)});";
        bool isInherited = method.DeclaredAccessibility != Accessibility.Public;
        Text = $$"""
            {{(method.IsExtensionMethod ? $"using {method.ContainingNamespace.ToDisplayString()};" : "")}}

            public abstract partial class {{typeName}}{{(isInherited ? " : " + NameOf(method.ContainingType) : "")}}
            {
                {{(isInherited ? ConstructorOf(method.ContainingType, typeName) : "")}}

                [Coroutine]
                protected void Work({{string.Join(", ", _parameters)}})
                {
                    Thread.Sleep(0);
                    {{Statement}}
                }
            }
            """;
    }

    /// <summary>The statement that has the call.</summary>
    public string Statement { get; }

    /// <summary>The file.</summary>
    public string Text { get; }

    /// <summary>The call of the member with the documentation id <paramref name="member"/>, in a class called <paramref name="typeName"/>.</summary>
    public static MemberCall Of(string member, string typeName, Compilation framework)
    {
        IMethodSymbol? method = DocumentationCommentId.GetFirstSymbolForDeclarationId(member, framework) as IMethodSymbol;
        Assert.True(method is not null && IsCallable(method), $"{member} does not exist, or cannot be called.");
        INamedTypeSymbol type = method.ContainingType;
        if (type.Arity > 0)
        {
            INamedTypeSymbol constructed = type.Construct([.. type.TypeParameters.Select(p => Stand(p, framework))]);
            method = constructed.GetMembers(method.Name).OfType<IMethodSymbol>().Single(m => SymbolEqualityComparer.Default.Equals(m.OriginalDefinition, method));
        }

        return new MemberCall(method.Arity == 0 ? method : method.Construct([.. method.TypeParameters.Select(p => Stand(p, framework))]), typeName);
    }

    /// <summary>Whether anybody could write such a call: a protected member of a sealed type is called by nobody.</summary>
    public static bool IsCallable(IMethodSymbol method) => method.DeclaredAccessibility == Accessibility.Public ||
        (method.DeclaredAccessibility is Accessibility.Protected or Accessibility.ProtectedOrInternal && !method.ContainingType.IsSealed && ConstructorsOf(method.ContainingType).Length > 0);

    // What stands for a type parameter: the first type that it is bound by, or one that fits.
    private static ITypeSymbol Stand(ITypeParameterSymbol parameter, Compilation framework) =>
        parameter.ConstraintTypes is [var bound, ..] ? bound : framework.GetSpecialType(parameter.HasReferenceTypeConstraint ? SpecialType.System_String : SpecialType.System_Int32);

    private string ReceiverOf(IMethodSymbol method)
    {
        if (method.IsExtensionMethod)
            return Argument(method.Parameters[0], "receiver") + ".";
        if (method.IsStatic)
            return NameOf(method.ContainingType) + ".";
        if (method.DeclaredAccessibility != Accessibility.Public)
            return "";

        _parameters.Add($"{NameOf(method.ContainingType)} receiver");
        return "receiver.";
    }

    private string Argument(IParameterSymbol parameter, string name)
    {
        _parameters.Add($"{NameOf(parameter.Type)} {name}");
        return parameter.RefKind switch
        {
            RefKind.Ref => "ref " + name,
            RefKind.Out => "out " + name,
            _ => name,
        };
    }

    private static string TypeArgumentsOf(IMethodSymbol method) => method.Arity == 0 ? "" : $"<{string.Join(", ", method.TypeArguments.Select(NameOf))}>";

    private static string ConstructorOf(INamedTypeSymbol type, string typeName)
    {
        IMethodSymbol constructor = ConstructorsOf(type).MinBy(static c => c.Parameters.Length)!;
        return $"protected {typeName}() : base({string.Join(", ", constructor.Parameters.Select(static p => $"default({NameOf(p.Type)})!"))}) {{ }}";
    }

    private static ImmutableArray<IMethodSymbol> ConstructorsOf(INamedTypeSymbol type) =>
        [.. type.InstanceConstructors.Where(static c => c.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal)];

    private static string NameOf(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
}
