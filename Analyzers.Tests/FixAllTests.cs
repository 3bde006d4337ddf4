using CoGen.Analyzers.Tests.Harness;
using CoGen.CodeFixes;
using CoGen.Semantics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CoGen.Analyzers.Tests;

/// <summary>Each fix under Fix All, in a document, a project and a solution of two: nothing is left to fix in there, nothing else changes, comments stay, and all compiles.</summary>
public class FixAllTests
{
    private static readonly Dictionary<string, (DiagnosticAnalyzer Analyzer, CodeFixProvider Fix, string Id, string Template)> s_cases = new()
    {
        ["make partial"] = (new CoroutineShapeAnalyzer(), new MakePartialCodeFix(), DiagnosticIds.ContainingTypeNotPartial,
            """
            using CoGen;

            /// <summary>A cart.</summary>
            public static class Cart$ // here
            {
                [Coroutine] // tagged
                public static void Pay() => System.Threading.Thread.Sleep(1);

                private class Inner // inside
                {
                    [Coroutine]
                    static void Pay() => System.Threading.Thread.Sleep(2);
                }
            }
            """),
        ["remove the tag"] = (new UselessTagAnalyzer(), new RemoveTagCodeFix(), DiagnosticIds.UselessTag,
            """
            using CoGen;

            static partial class Work$
            {
                /// <summary>Counts.</summary>
                [Coroutine] // for nothing
                public static int A(int n) => n + 1;

                // and twice
                [Coroutine]
                public static int B(int n) => 2 * n;
            }
            """),
        ["tag what is called"] = (new UntaggedMethodAnalyzer(), new TagCoroutineCodeFix(), DiagnosticIds.UntaggedCallee,
            """
            using CoGen;

            static partial class Work$
            {
                [Coroutine]
                public static void A() => Step(); // first

                [Coroutine]
                public static void B()
                {
                    Step(); // again
                    Rest(); // and another
                }

                /* steps */
                static void Step() => Rest();

                // rests
                static void Rest() => System.Threading.Thread.Sleep(1); // really
            }
            """),
        ["tag what is spawned"] = (new UntaggedMethodAnalyzer(), new TagCoroutineCodeFix(), DiagnosticIds.UntaggedEntry,
            """
            using CoGen;

            static class Work$
            {
                public static void Start()
                {
                    Co.Spawn(Step); // one
                    Co.Spawn(Step); // two
                    Co.Spawn(Rest); // three
                }

                /* steps */
                static void Step() => Rest();

                // rests
                static void Rest() => System.Threading.Thread.Sleep(1);
            }
            """),
        ["pass the method"] = (new UntaggedMethodAnalyzer(), new PassMethodCodeFix(), DiagnosticIds.UntaggedEntry,
            """
            using CoGen;

            static partial class Work$
            {
                public static void Start(int time)
                {
                    Co.Spawn(() => Rest(time)); // one
                    Co.Spawn(() => Rest(1)); // two
                }

                // rests
                [Coroutine]
                static void Rest(int time) => System.Threading.Thread.Sleep(time);
            }
            """),
        ["call directly"] = (new BlockingDelegateAnalyzer(), new CallDirectlyCodeFix(), DiagnosticIds.BlockingDelegate,
            """
            using System;
            using System.Threading;
            using CoGen;

            static partial class Work$
            {
                [Coroutine]
                public static void A()
                {
                    Action<int> sleep = Thread.Sleep;
                    sleep(1); // one
                }

                [Coroutine]
                public static void B()
                {
                    // before
                    Action<int> sleep = Thread.Sleep;
                    sleep(2); // two
                }
            }
            """),
        ["await it"] = (new CoroutineValueAnalyzer(), new AwaitCoroutineCodeFix(), DiagnosticIds.CoroutineNotAwaited,
            """
            using System.Threading.Tasks;
            using CoGen;

            static class Work$
            {
                public static async Task A()
                {
                    Co.SleepAsync(1); // one
                    /* two */ Co.SleepAsync(2);
                    await Task.Yield();
                }
            }
            """),
        ["await the twin"] = (new BlockingOriginalAnalyzer(), new RunTwinCodeFix(), DiagnosticIds.BlockingOriginal,
            """
            using System.Threading.Tasks;
            using CoGen;

            static partial class Work$
            {
                public static async Task A()
                {
                    Rest(); // one
                    /* two */ Rest();
                    await Task.Yield();
                }

                [Coroutine]
                static void Rest() => System.Threading.Thread.Sleep(1);
            }
            """),
        ["let a kill through"] = (new SwallowedKillAnalyzer(), new LetKillThroughCodeFix(), DiagnosticIds.KillSwallowed,
            """
            using System;
            using System.Threading;
            using CoGen;

            static partial class Work$
            {
                [Coroutine]
                public static void A()
                {
                    while (true)
                    {
                        try { Thread.Sleep(1); }
                        catch // one
                        {
                        }

                        try { Thread.Sleep(1); }
                        catch (Exception) /* two */
                        {
                        }
                    }
                }
            }
            """),
    };

    public static TheoryData<string, FixAllScope> Cases
    {
        get
        {
            TheoryData<string, FixAllScope> cases = [];
            foreach (string name in s_cases.Keys)
            {
                foreach (FixAllScope scope in (FixAllScope[])[FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution])
                    cases.Add(name, scope);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task It_mends_all_in_its_scope_and_nothing_else(string name, FixAllScope scope)
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        (DiagnosticAnalyzer analyzer, CodeFixProvider fix, string id, string template) = s_cases[name];
        FixAllRun run = new(analyzer, fix, id, template);
        Assert.All((await run.DiagnosticsIn(run.Before, token)), static document => Assert.True(document.Count() > 1));

        Solution after = await run.FixAsync(scope, token);

        ILookup<DocumentId, Diagnostic> left = await run.DiagnosticsIn(after, token);
        Document first = run.Before.Projects.First().Documents.First();
        foreach (Document document in run.Before.Projects.SelectMany(static project => project.Documents))
        {
            bool isInScope = scope == FixAllScope.Solution || (scope == FixAllScope.Project ? document.Project == first.Project : document == first);
            string before = (await document.GetTextAsync(token)).ToString();
            string fixedText = (await after.GetDocument(document.Id)!.GetTextAsync(token)).ToString();
            if (isInScope)
            {
                Assert.Equal([], left[document.Id]);
                Assert.Equal(CommentsIn(before), CommentsIn(fixedText));
            }
            else
            {
                Assert.Equal(before, fixedText);
            }
        }

        foreach (Project project in after.Projects)
        {
            // What is not partial yet, or still blocks, is no error of the compiler.
            Compilation compilation = (await project.GetCompilationAsync(token))!;
            Assert.Equal([], compilation.GetDiagnostics(token).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        }
    }

    [Fact]
    public void Each_fix_is_among_the_cases() => Assert.Equal(
        typeof(MakePartialCodeFix).Assembly.GetTypes().Where(static type => type.IsSubclassOf(typeof(CodeFixProvider))).Select(static type => type.Name).Order(StringComparer.Ordinal),
        s_cases.Values.Select(static entry => entry.Fix.GetType().Name).Distinct().Order(StringComparer.Ordinal));

    private static IEnumerable<string> CommentsIn(string text) => CSharpSyntaxTree.ParseText(text).GetRoot().DescendantTrivia()
        .Where(static trivia => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia)
        .Select(static trivia => trivia.ToString().Trim());
}
