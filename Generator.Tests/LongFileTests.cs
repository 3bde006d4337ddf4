using System.Text;
using CoGen.Generator.Tests.Harness;

namespace CoGen.Generator.Tests;

/// <summary>Files of 50,000 lines: in many methods, and in one.</summary>
public class LongFileTests
{
    private const int Lines = 50_000;

    [Fact]
    public void A_class_of_many_methods()
    {
        StringBuilder text = new("internal static partial class Long\n{\n");
        for (int i = 0; i < Lines / 10; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $$"""
                    [Coroutine]
                    internal static int Work{{i}}(int n)
                    {
                        Thread.Sleep(n);
                #if SOMETHING
                        return 0;
                #else
                        return n > 0 ? Work{{i / 2}}(n - 1) : {{i}};
                #endif
                    }

                """);
        }

        text.Append('}');
        GeneratorRun run = GeneratorRun.Of(text.ToString());
        Assert.Equal(Lines / 10, run.Twins.Count());
    }

    [Fact]
    public void One_long_method()
    {
        StringBuilder text = new("internal static partial class Long\n{\n    [Coroutine]\n    internal static void Work(Stream stream, byte[] bytes)\n    {\n");
        for (int i = 0; i < Lines / 5; i++)
            text.Append("        if (stream.Read(bytes, 0, 1) > 0)\n        {\n            stream.Write(bytes, 0, 1);\n        }\n\n");
        text.Append("    }\n}\n");
        string twin = GeneratorRun.Of(text.ToString()).Twin();
        Assert.Equal(Lines / 5 * 2, twin.Split("await ").Length - 1);
    }
}
