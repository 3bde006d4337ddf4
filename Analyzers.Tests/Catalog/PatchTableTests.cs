using CoGen.Analyzers.Tests.Harness;
using CoGen.Semantics;
using CoGen.Semantics.Catalog;
using CoGen.Semantics.Patches;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CoGen.Analyzers.Tests.Catalog;

/// <summary>The table of patches says what is true, and says it of everything.</summary>
public class PatchTableTests
{
    private static readonly string s_repository = Path.GetFullPath(Path.Combine(RuleCatalogTests.PageOf("CG0001"), "..", "..", ".."));

    private static readonly CSharpCompilation s_compilation = FrameworkSymbols.Empty.AddReferences(MetadataReference.CreateFromFile(typeof(Co).Assembly.Location));

    private static readonly KnownTypes s_known = KnownTypes.Of(s_compilation)!;

    private static readonly Lazy<HashSet<string>> s_tests = new(FindTests);

    private static readonly HashSet<string?> s_asking = [.. ReadData("asking.txt")];

    private static readonly SymbolDisplayFormat s_declared = SymbolDisplayFormat.CSharpErrorMessageFormat.AddParameterOptions(
        SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue);

    public static TheoryData<string> Replaced => [.. PatchTable.Rows.Where(static r => r.Replaces && r.Member[2..].StartsWith("System.", StringComparison.Ordinal)).Select(static r => r.Member)];

    public static TheoryData<string> WithoutTwin => [.. ReadData("without-twin.txt")];

    [Theory]
    [MemberData(nameof(Replaced))]
    public void Each_overload_has_a_method_that_fits(string member)
    {
        PatchRule rule = PatchTable.Rows.Single(r => r.Member == member);
        ISymbol[] overloads = [.. PatchedMemberFinder.Find(member, s_compilation).Where(m => m.DeclaredAccessibility == Accessibility.Public && PatchRules.BuiltIn.Find(m) == rule)];
        Assert.NotEmpty(overloads);
        string mismatches = string.Join('\n', overloads.Select(overload => MismatchOf(overload, rule)).OfType<string>());
        Assert.True(mismatches.Length == 0, mismatches);
    }

    [Fact]
    public void Each_row_says_where_its_facts_are_from_and_what_pins_them()
    {
        Assert.All(PatchTable.Rows.Where(static r => r.Action is not (PatchAction.Warn or PatchAction.Hint)), static row =>
        {
            Assert.NotEmpty(row.Source);
            Assert.True(row.Test.Length > 0 && s_tests.Value.Contains(row.Test), $"{row.Member}: there is no test '{row.Test}'.");
        });
    }

    [Theory]
    [MemberData(nameof(WithoutTwin))]
    public void Each_member_that_blocks_without_a_twin_is_decided(string member)
    {
        ISymbol? symbol = DocumentationCommentId.GetFirstSymbolForDeclarationId(member, s_compilation);
        Assert.NotNull(symbol);
        Assert.True(
            PatchRules.BuiltIn.Find(symbol) is not null || ConventionExclusions.Find(symbol) is not null || HasTwin(symbol) || IsNoWait(symbol),
            $"Nothing says what becomes of {member}.");
    }

    // The overloads of a member that blocks which only ask, or take what is there.
    private static bool IsNoWait(ISymbol symbol) => s_asking.Contains(symbol.GetDocumentationCommentId());

    private static string? MismatchOf(ISymbol overload, PatchRule rule)
    {
        // What stands for the receiver of an awaiter is what the awaiter is of.
        ITypeSymbol? receiver = overload is { Name: "GetResult", ContainingType: { } awaiter } ? AwaitedBy(awaiter) : null;
        string mismatch = "has no method";
        foreach (PatchUse use in PatchFit.UsesOf(overload).Where(use => overload is not IPropertySymbol || use == PatchUse.Get))
        {
            foreach (IMethodSymbol method in s_known.Targets.Of(rule, use))
            {
                PatchFit? fit = PatchFit.Of(overload, PatchedMember.Of(overload, use, receiver), method, s_known, out mismatch);
                if (fit is not null && HasSameNames(overload, method))
                    return null;
                if (fit is not null)
                    mismatch = $"calls its parameters otherwise: {method.ToDisplayString(s_declared)} for {overload.ToDisplayString(s_declared)}";
            }
        }

        return $"{overload.GetDocumentationCommentId()}: {rule.With} {mismatch}";
    }

    // A call may name its arguments.
    private static bool HasSameNames(ISymbol overload, IMethodSymbol method)
    {
        IParameterSymbol[] parameters = [.. overload is IPropertySymbol property ? property.Parameters : ((IMethodSymbol)overload).Parameters];
        return parameters.Select(static p => (p.Name, p.IsOptional, p.IsParams)).SequenceEqual(
            method.Parameters.Skip(method.Parameters.Length - parameters.Length).Select(static p => (p.Name, p.IsOptional, p.IsParams)));
    }

    private static INamedTypeSymbol AwaitedBy(INamedTypeSymbol awaiter)
    {
        if (awaiter.ContainingType is { } awaitable)
            return awaitable;

        INamedTypeSymbol task = s_compilation.GetTypeByMetadataName("System.Threading.Tasks." + awaiter.MetadataName.Replace("Awaiter", "", StringComparison.Ordinal))!;
        return task.Arity == 0 ? task : task.Construct([.. awaiter.TypeArguments]);
    }

    private static bool HasTwin(ISymbol symbol)
    {
        for (INamedTypeSymbol? type = symbol.ContainingType; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(symbol.Name + "Async").Any(static m => m is IMethodSymbol method && Awaitables.TryGetResult(method.ReturnType, out _)))
                return true;
        }

        return symbol.Name.EndsWith("Async", StringComparison.Ordinal);
    }

    private static string[] ReadData(string file) =>
        [.. File.ReadLines(Path.Combine(s_repository, "Analyzers.Tests", "Catalog", "Data", file)).Where(static line => line.Length > 0 && line[0] != '#')];

    // The classes of tests stand in files that are called by them.
    private static HashSet<string> FindTests()
    {
        HashSet<string> tests = [];
        foreach (FileInfo file in new DirectoryInfo(s_repository).EnumerateDirectories("*.Tests").SelectMany(static d => d.EnumerateFiles("*.cs", SearchOption.AllDirectories)))
        {
            string name = file.Name.Split('.')[0];
            tests.Add(name);
            tests.UnionWith(from line in File.ReadLines(file.FullName)
                            let call = line.IndexOf('(', StringComparison.Ordinal)
                            where call > 0 && line.TrimStart().StartsWith("public ", StringComparison.Ordinal)
                            select $"{name}.{line[..call].Split(' ')[^1]}");
            if (file.FullName.Contains("/Programs/", StringComparison.Ordinal))
                tests.Add("DifferentialTests." + name);
        }

        return tests;
    }
}
