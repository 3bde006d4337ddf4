using CoGen.Generator.Tests.Harness.Programs;

namespace CoGen.Generator.Tests;

/// <summary><c>docs/language.md</c> is what the programs prove, and nothing else.</summary>
public class LanguagePageTests
{
    [Fact]
    public void The_page_is_written_from_the_programs()
    {
        string wanted = LanguagePage.Write(ProgramText.ReadEvery());
        if (File.Exists(LanguagePage.File) && File.ReadAllText(LanguagePage.File).ReplaceLineEndings("\n") == wanted)
            return;

        if (Environment.GetEnvironmentVariable("COGEN_WRITE_PAGE") is not null)
            File.WriteAllText(LanguagePage.File, wanted);

        Assert.Fail(
            "docs/language.md is not what the headers of the programs say. Run this test with COGEN_WRITE_PAGE=1, look at the page, and commit it.");
    }

    [Fact]
    public void Each_program_says_what_becomes_of_its_construct()
    {
        foreach (ProgramText program in ProgramText.ReadEvery())
        {
            Assert.False(string.IsNullOrWhiteSpace(program.Construct), $"{program}: the header names no construct.");
            Assert.True(
                program["lowered to"] is not null || program["diagnostic"] is not null || program["stays blocking"] is not null || program["note"] is not null,
                $"{program}: the header does not say what becomes of the construct.");
        }
    }
}
