using Microsoft.CodeAnalysis;
using Rule = CoGen.Analyzers.Tests.Harness.Rule<CoGen.Analyzers.PatchAnalyzer>;

namespace CoGen.Analyzers.Tests.Rules;

/// <summary>Where the mistakes in patches are reported, and in which words.</summary>
public class PatchTests
{
    private const string Client =
        """
        using CoGen;

        public class Client
        {
            public Client(int port) { }
            public int Port { get; set; }
            public int this[int i] => i;
            public static Client operator +(Client one, int n) => one;
            public int Send(int n) => n;
            public int Send(string text) => 1;
            public T Get<T>(T value) => value;
            public void Close() { }
        }

        """;

    [Fact]
    public Task What_nothing_is_called() => Rule.Reports(
        """
        using CoGen;
        [assembly: {|#0:ExcludeFromPatching("Contoso.Data")|}]
        [assembly: {|#1:OffloadCalls(typeof(Stream), nameof(Stream.Flush), "Raed")|}]
        [assembly: {|#2:ExcludeFromPatching(typeof(Stream), "Wirte")|}]

        public static class Patches
        {
            [{|#3:Patch(typeof(Stream), "Raed")|}]
            public static Coroutine<int> ReadAsync(Stream stream, byte[] buffer, int offset, int count) => new(0);

            [{|#4:Patch(typeof(Math), ".ctor")|}]
            public static Coroutine MakeAsync() => default;
        }

        class User { void M(Stream stream) => stream.Flush(); }
        """,
        Rule.Error(0, "CG0011", "There is no 'Contoso.Data' for a patch to be about"),
        Rule.Error(1, "CG0011", "There is no 'Stream.Raed' for a patch to be about"),
        Rule.Error(2, "CG0011", "There is no 'Stream.Wirte' for a patch to be about"),
        Rule.Error(3, "CG0011", "There is no 'Stream.Raed' for a patch to be about"),
        Rule.Error(4, "CG0011", "There is no 'Math..ctor' for a patch to be about"));

    [Theory]
    [InlineData("Close", "public Coroutine PatchAsync(Client client) => default;", "is not static")]
    [InlineData("Close", "public static Coroutine PatchAsync() => default;", "takes 0 parameters in place of 1")]
    [InlineData("Close", "public static Coroutine PatchAsync(string client) => default;", "takes string in place of Client to stand for the receiver")]
    [InlineData("Close", "public static Coroutine PatchAsync(Client client, int more) => default;", "takes 2 parameters in place of 1")]
    [InlineData("Send", "public static Coroutine PatchAsync(Client client, int n) => default;", "returns something else")]
    [InlineData("Send", "public static Coroutine<int> PatchAsync(Client client, long n) => new(1);", "takes long for 'n', which is int")]
    [InlineData("Send", "public static Coroutine<string> PatchAsync(Client client, int n) => new(\"\");", "returns something else")]
    [InlineData("Get", "public static Coroutine<int> PatchAsync(Client client, int value) => new(1);", "takes int for 'value', which is T")]
    [InlineData("Get", "public static Coroutine<T> PatchAsync<T, U>(Client client, T value) => new(value);", "has other type parameters")]
    [InlineData("Port", "public static Coroutine PatchAsync(Client client, string value) => default;", "takes 2 parameters in place of 1")]
    [InlineData(".ctor", "public static Coroutine<Client> PatchAsync(Client client, int port) => new(client);", "takes 2 parameters in place of 1")]
    public Task What_cannot_take_the_place(string member, string method, string mismatch) => Rule.Reports(
        $$"""
        {{Client}}
        public class Patches
        {
            [{|#0:Patch(typeof(Client), "{{member}}")|}]
            {{method}}
        }
        """,
        Rule.Error(0, "CG0012", $"'Patches.PatchAsync' cannot take the place of 'Client.{member}': it {mismatch}"));

    [Fact]
    public Task A_method_in_a_generic_class() => Rule.Reports(
        $$"""
        {{Client}}
        public class Patches<T>
        {
            [{|#0:Patch(typeof(Client), nameof(Client.Close))|}]
            public static Coroutine CloseAsync(Client client) => default;
        }
        """,
        Rule.Error(0, "CG0012", "'Patches.CloseAsync' cannot take the place of 'Client.Close': it stands in a class with type parameters"));

    [Fact]
    public Task What_fits_and_is_meant_for_others() => Rule.IsSilent(
        $$"""
        {{Client}}
        public static class Patches
        {
            [Patch(typeof(Client), nameof(Client.Send))]
            public static Coroutine<int> SendAsync(Client client, int n) => new(n);

            [Patch(typeof(Client), nameof(Client.Send))]
            public static Task<int> SendTextAsync(Client client, string text) => Task.FromResult(1);

            [Patch(typeof(Client), nameof(Client.Get))]
            public static Coroutine<T> GetAsync<T>(Client client, T value) => new(value);

            [Patch(typeof(Client), nameof(Client.Port))]
            public static Coroutine<int> PortAsync(Client client) => new(1);

            [Patch(typeof(Client), nameof(Client.Port))]
            public static Coroutine SetPortAsync(Client client, int value) => default;

            [Patch(typeof(Client), ".ctor")]
            public static Coroutine<Client> NewAsync(int port) => new(new Client(port));

            [Patch(typeof(Client), "op_Addition")]
            public static Coroutine<Client> AddAsync(Client one, int n) => new(one);
        }
        """);

    [Fact]
    public Task Two_for_one_member() => Rule.Reports(
        $$"""
        {{Client.Replace("using CoGen;", "using CoGen;\n[assembly: OffloadCalls(typeof(Client), nameof(Client.Close))]\n[assembly: {|#1:ExcludeFromPatching(typeof(Client), nameof(Client.Close))|}]", StringComparison.Ordinal)}}
        public static class Patches
        {
            [Patch(typeof(Client), nameof(Client.Send))]
            public static Coroutine<int> SendAsync(Client client, int n) => new(n);

            [{|#0:Patch(typeof(Client), nameof(Client.Send))|}]
            public static Coroutine<int> SendOtherwiseAsync(Client client, int n) => new(n);
        }

        class User { void M(Client client) => client.Close(); }
        """,
        Rule.Warning(0, "CG1031", "There is another patch of 'Client.Send' in this project, which comes first"),
        Rule.Warning(1, "CG1031", "There is another patch of 'Client.Close' in this project, which comes first"));

    [Fact]
    public Task What_the_project_does_not_use() => Rule.Reports(
        $$"""
        {{Client.Replace("using CoGen;", "using CoGen;\n[assembly: {|#1:OffloadCalls(typeof(Client), nameof(Client.Close))|}]\n[assembly: {|#2:ExcludeFromPatching(typeof(BinaryReader))|}]", StringComparison.Ordinal)}}
        static class Patches
        {
            [{|#0:Patch(typeof(Client), nameof(Client.Send))|}]
            internal static Coroutine<int> SendAsync(Client client, int n) => new(n);

            [Patch(typeof(Client), nameof(Client.Port))]
            internal static Coroutine<int> PortAsync(Client client) => new(1);
        }

        class User { int M(Client client) => client.Send("other") + client.Port; }
        """,
        Rule.At(0, "CG1032", DiagnosticSeverity.Info, "Nothing in this project uses 'Client.Send', which this patch is about"),
        Rule.At(1, "CG1032", DiagnosticSeverity.Info, "Nothing in this project uses 'Client.Close', which this patch is about"),
        Rule.At(2, "CG1032", DiagnosticSeverity.Info, "Nothing in this project uses 'BinaryReader', which this patch is about"));

    private static readonly string[] s_lines =
    [
        "# what our devices do",
        "nonsense",
        "M:Client.Send(*)\tdevices\tdance",
        "M:Client.Sned(*)\tdevices\tleave",
        "M:Client.Send(System.Int32)\tdevices\tadapt\tPatches.SnedAsync",
        "M:Client.Send(System.String)\tdevices\tadapt\tPatches.SendAsync",
        "A:Contoso.Data\tdata\tleave",
        "M:Client.Close\tdevices\toffload",
        "M:Client.Close\tdevices\tleave",
        "T:System.IO.BinaryReader\tfiles\tleave",
    ];

    [Fact]
    public Task Lines_of_a_file() => Rule.ReportsWithFile(
        Client + "public static class Patches { public static Coroutine<int> SendAsync(Client client, int n) => new(n); } class User { void M(Client client) => client.Close(); }",
        string.Join('\n', s_lines),
        Line(2, "CG0013", DiagnosticSeverity.Error, "This line is no rule: a row has 3 to 7 cells, parted by tabs, and this one has 1"),
        Line(3, "CG0013", DiagnosticSeverity.Error, "This line is no rule: 'dance' is no action"),
        Line(4, "CG0011", DiagnosticSeverity.Error, "There is no 'M:Client.Sned(*)' for a patch to be about"),
        Line(5, "CG0011", DiagnosticSeverity.Error, "There is no 'Patches.SnedAsync' for a patch to be about"),
        Line(6, "CG0012", DiagnosticSeverity.Error, "'Patches.SendAsync' cannot take the place of 'M:Client.Send(System.String)': it takes int for 'text', which is string"),
        Line(7, "CG0011", DiagnosticSeverity.Error, "There is no 'A:Contoso.Data' for a patch to be about"),
        Line(9, "CG1031", DiagnosticSeverity.Warning, "There is another patch of 'M:Client.Close' in this project, which comes first"),
        Line(10, "CG1032", DiagnosticSeverity.Info, "Nothing in this project uses 'T:System.IO.BinaryReader', which this patch is about"));

    private static Microsoft.CodeAnalysis.Testing.DiagnosticResult Line(int line, string id, DiagnosticSeverity severity, string message) =>
        Rule.InFile(line, s_lines[line - 1].Length, id, severity, message);
}
