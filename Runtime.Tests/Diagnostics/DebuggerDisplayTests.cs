using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace CoGen.Tests.Diagnostics;

/// <summary>What a debugger would show, by the attributes that it goes by.</summary>
public partial class DebuggerDisplayTests
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    public static TheoryData<Type> Types => [.. typeof(Co).Assembly.GetTypes().Where(static type => type.IsDefined(typeof(DebuggerDisplayAttribute), inherit: false))];

    [Theory]
    [MemberData(nameof(Types))]
    public void Each_hole_names_a_member(Type type) =>
        Assert.All(Holes().Matches(DisplayOf(type)), hole => Assert.True(MemberOf(type, hole.Groups["name"].Value) is not null, $"{type} has no '{hole.Groups["name"].Value}'."));

    [Fact]
    public void Live_objects_are_shown_as_they_are() =>
        Virtual.Run(async Coroutine () =>
        {
            CoSemaphore semaphore = new(3);
            CoLock door = new() { Name = "door" };
            CoQueue<int> queue = new();
            await queue.PutAsync(1);
            CoGroup group = new();
            Fiber<int> fiber = group.Spawn(async Coroutine<int> () =>
            {
                await door.EnterAsync();
                await semaphore.WaitAsync();
                await Co.SleepAsync(5);
                return 7;
            }).Named("worker");
            await Co.YieldAsync();

            Assert.Contains("worker", Show(fiber), StringComparison.Ordinal);
            Assert.EndsWith("Waiting", Show(fiber), StringComparison.Ordinal);
            Assert.EndsWith(": 1 fibers", Show(group), StringComparison.Ordinal);
            Assert.EndsWith(": 2 free, 0 wait", Show(semaphore), StringComparison.Ordinal);
            Assert.Matches("door.*, held by .*worker", Show(door));
            Assert.EndsWith(": 1 items, 0 take, 0 put", Show(queue), StringComparison.Ordinal);
            Assert.EndsWith(" 1 timers", Show(Scheduler.Current), StringComparison.Ordinal);
            await fiber;
            Assert.EndsWith("Succeeded", Show(fiber), StringComparison.Ordinal);
        });

    [Fact]
    public void The_views_of_a_fiber_and_of_a_scheduler_show_what_a_dump_shows() =>
        Virtual.Run(async Coroutine () =>
        {
            Fiber fiber = Co.Spawn(async Coroutine () => await Co.SleepAsync(5)).Named("sleeper");
            await Co.YieldAsync();
            FiberSnapshot? snapshot = Assert.IsType<FiberSnapshot>(View(fiber, "Snapshot"));
            Assert.Equal(("sleeper", "Sleep", fiber), (snapshot.Name, snapshot.WaitsFor, snapshot.Fiber));
            Assert.Contains(Assert.IsType<FiberSnapshot[]>(View(Scheduler.Current, "Fibers")), shown => shown.Fiber == fiber);
            Assert.Same(Scheduler.Current.Clock, View(Scheduler.Current, "Clock"));
            Assert.Null(View(default(Fiber), "Snapshot"));
            await fiber;
        });

    private static string DisplayOf(Type type) => type.GetCustomAttributes<DebuggerDisplayAttribute>().First().Value!;

    private static string Show(object shown) => Holes().Replace(DisplayOf(shown.GetType()), hole =>
    {
        object? value = MemberOf(shown.GetType(), hole.Groups["name"].Value) switch
        {
            MethodInfo method => method.Invoke(shown, []),
            PropertyInfo property => property.GetValue(shown),
            FieldInfo field => field.GetValue(shown),
            _ => null,
        };
        return Convert.ToString(value, CultureInfo.InvariantCulture) ?? "null";
    });

    private static object? View(object shown, string property)
    {
        DebuggerTypeProxyAttribute attribute = shown.GetType().GetCustomAttribute<DebuggerTypeProxyAttribute>()!;
        Type view = Type.GetType(attribute.ProxyTypeName, throwOnError: true)!;
        return view.GetProperty(property)!.GetValue(Activator.CreateInstance(view, shown));
    }

    private static MemberInfo? MemberOf(Type type, string name)
    {
        for (Type? current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMember(name, Any | BindingFlags.DeclaredOnly).FirstOrDefault(static member => member is not MethodInfo method || method.GetParameters().Length == 0) is { } member) return member;
        }

        return null;
    }

    [GeneratedRegex(@"\{(?<name>\w+)[^}]*\}")]
    private static partial Regex Holes();
}
