using System.Security.Cryptography;

namespace CoGen.Sample.Mods;

/// <summary>Downloads a mod: ordinary blocking code, the same on a thread and in a coroutine.</summary>
internal sealed partial class Downloader
{
    private readonly HttpClient _http;
    private readonly string _folder;
    private readonly RunReport _report;

    public Downloader(HttpClient http, string folder, RunReport report)
    {
        _http = http;
        _folder = folder;
        _report = report;
    }

    /// <summary>Downloads one mod; what goes wrong is reported and harms no other.</summary>
    [Coroutine]
    public void Update(Mod mod)
    {
        _report.Started(mod);
        try
        {
            string hash = Download(mod);
            if (hash != mod.Sha256)
                throw new InvalidDataException($"expected SHA-256 {mod.Sha256}, got {hash}");
            _report.Done(mod);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException)
        {
            _report.Failed(mod, e);
        }
    }

    /// <summary>Saves the mod and returns the SHA-256 of what came.</summary>
    [Coroutine]
    private string Download(Mod mod)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, mod.Name);
        using HttpResponseMessage response = _http.Send(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();

        using Stream body = response.Content.ReadAsStream();
        using FileStream file = File.Create(Path.Combine(_folder, mod.Name));
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        byte[] buffer = new byte[16 * 1024];
        int count;
        while ((count = body.Read(buffer, 0, buffer.Length)) > 0)
        {
            file.Write(buffer, 0, count);
            hash.AppendData(buffer, 0, count);
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
