namespace CoGen.Analyzers.Tests.Rules;

/// <summary>A program with a call at hand that blocks, <c>Block()</c>, and one that does not, <c>Compute()</c>.</summary>
internal static class UntaggedProgram
{
    public static string Of(string members, string types = "") => $$"""
        using System.Linq;
        using System.Runtime.CompilerServices;
        using CoGen;

        partial class C
        {
            static void Block() => Thread.Sleep(1);
            static void Compute() => Math.Sqrt(2);

            {{members}}
        }

        {{types}}
        """;
}
