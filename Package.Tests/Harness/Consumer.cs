namespace CoGen.Package.Tests.Harness;

/// <summary>A fresh project outside the repository, as <c>dotnet new</c> makes it, plus a reference to the package.</summary>
internal sealed class Consumer
{
    private readonly string _name;

    public Consumer(PackedPackage package, string name, string source, string outputType = "Exe", string references = "", string properties = "", string sdk = "Microsoft.NET.Sdk")
    {
        _name = name;
        Folder = package.CreateFolder(name);
        File.WriteAllText(ProjectPath,
            $"""
            <Project Sdk="{sdk}">

              <PropertyGroup>
                <OutputType>{outputType}</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                {properties}
              </PropertyGroup>

              <ItemGroup>
                <PackageReference Include="CoGen" Version="{package.Version}" />
                {references}
              </ItemGroup>

            </Project>
            """);
        File.WriteAllText(Path.Combine(Folder, outputType == "Exe" ? "Program.cs" : $"{name}.cs"), source);
    }

    public string Folder { get; }

    public string ProjectPath => Path.Combine(Folder, $"{_name}.csproj");

    public Command Build() => Command.Dotnet(Folder, "build", "--nologo");

    /// <summary>Runs what <see cref="Build"/> made.</summary>
    public Command Run(params string[] arguments) => Run(arguments, []);

    /// <inheritdoc cref="Run(string[])"/>
    public Command Run(string[] arguments, Dictionary<string, string?> variables) =>
        Command.Run(Folder, "dotnet", [Path.Combine("bin", "Debug", "net10.0", $"{_name}.dll"), .. arguments], variables);

    public Command Pack(string feed, string version) => Command.Dotnet(Folder, "pack", "--nologo", "-o", feed, $"-p:Version={version}");

    /// <summary>Publishes for this machine.</summary>
    public Command Publish(params string[] properties) =>
        Command.Dotnet(Folder, ["publish", "--nologo", "--use-current-runtime", "-o", PublishFolder, .. properties]);

    public Command RunPublished() => Command.Run(Folder, Path.Combine(PublishFolder, _name));

    private string PublishFolder => Path.Combine(Folder, "published");
}
