namespace CoGen.Generator;

/// <summary>The names of the pipeline's steps, by which tests watch what is computed again.</summary>
public static class StepNames
{
    public const string Twins = nameof(Twins);

    public const string PatchedTwins = nameof(PatchedTwins);

    public const string HintClashes = nameof(HintClashes);

    public const string NamedTwins = nameof(NamedTwins);

    public const string NamedPatchedTwins = nameof(NamedPatchedTwins);

    public const string Roots = nameof(Roots);

    public const string EntryCalls = nameof(EntryCalls);

    public const string Interceptors = nameof(Interceptors);

    public const string Report = nameof(Report);
}
