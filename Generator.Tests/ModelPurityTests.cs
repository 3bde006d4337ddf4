using System.Collections;
using System.Reflection;
using CoGen.Generator.Models;
using Microsoft.CodeAnalysis;

namespace CoGen.Generator.Tests;

/// <summary>Models outlive their compilation and must not keep it alive.</summary>
public class ModelPurityTests
{
    private const string Source = """
        #define X
        namespace A
        {
            using System.Text;

            public static partial class Tests
            {
                [Coroutine]
                [System.Diagnostics.DebuggerHidden]
                private static T First<T>(T value, params int[] more) where T : class { Thread.Sleep(1); return value; }

                [Coroutine]
                private static void Second(int n) { Thread.Sleep(1); }

                public static void Start() { Co.Spawn(Second, 1); }
            }
        }
        """;

    [Fact]
    public void No_model_holds_a_Roslyn_object()
    {
        object[] models = IncrementalityTests.Models(IncrementalityTests.Run(Source));
        HashSet<Type> seen = [];
        foreach (object model in models)
            Walk(model, model.GetType().Name, seen, []);

        // The walk has been everywhere it should.
        Assert.Superset(
            new HashSet<Type> { typeof(TwinModel), typeof(MemberModel), typeof(BodyModel), typeof(RootModel), typeof(ScopeModel), typeof(NamespaceModel), typeof(EntryCallModel), typeof(EntryMethodModel), typeof(EntryTwinModel), typeof(ParameterModel), typeof(InterceptorFileModel) },
            seen);
    }

    [Fact]
    public void The_walk_would_find_one() => Assert.ThrowsAny<Xunit.Sdk.XunitException>(
        static () => Walk(new { Inner = new[] { Location.None } }, "", [], []));

    private static void Walk(object? value, string path, HashSet<Type> types, HashSet<object> visited)
    {
        if (value is null || value is string || value.GetType().IsPrimitive || value.GetType().IsEnum)
            return;

        Assert.False(
            value is ISymbol or SyntaxNode or SyntaxTree or SyntaxReference or Location or Compilation or SemanticModel or IOperation or AttributeData ||
            value.GetType().Namespace?.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) == true,
            $"{path} is a {value.GetType()}");
        types.Add(value.GetType());
        if (!value.GetType().IsValueType && !visited.Add(value))
            return;

        if (value is IEnumerable items)
        {
            foreach (object? item in items)
                Walk(item, path + "[]", types, visited);
            return;
        }

        foreach (FieldInfo field in value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            Walk(field.GetValue(value), $"{path}.{field.Name}", types, visited);
    }
}
