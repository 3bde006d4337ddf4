using CoGen.CompilerServices;
using Microsoft.AspNetCore.Http;

namespace CoGen.AspNetCore;

/// <summary>Sends what a handler has returned.</summary>
internal static class Answer
{
    internal static async Coroutine SendAsync<TResult>(HttpContext context, TResult result)
    {
        switch (result)
        {
            case null:
                break;
            case IResult answer:
                await Fair.Await(answer.ExecuteAsync(context));
                break;
            case string text:
                context.Response.ContentType ??= "text/plain; charset=utf-8";
                await Fair.Await(context.Response.WriteAsync(text, Co.Token));
                break;
            default:
                await Fair.Await(context.Response.WriteAsJsonAsync<object>(result, Co.Token));
                break;
        }
    }
}
