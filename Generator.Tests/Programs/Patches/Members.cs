// construct: patches of properties, indexers, constructors and operators
// lowered to: an awaited call, of the getter's or the setter's method
internal class Setting
{
    private int _value;

    public Setting()
    {
    }

    public Setting(int value, string name = "none")
    {
        Pause("new " + name);
        _value = value;
    }

    public int Value
    {
        get { Pause("get"); return _value; }
        set { Pause("set"); _value = value; }
    }

    public static int Total => Get("total", 5);

    public int this[int i]
    {
        get { Pause("item"); return _value + i; }
        set { Pause("set item"); _value = value + i; }
    }

    public int Quick { get => _value; set => _value = value; }

    public static Setting operator +(Setting left, int right)
    {
        Pause("plus");
        return new() { Quick = left._value + right };
    }

    public static Setting operator -(Setting only)
    {
        Pause("minus");
        return new() { Quick = -only._value };
    }

    public static explicit operator int(Setting setting)
    {
        Pause("cast");
        return setting._value;
    }
}

internal static class SettingPatches
{
    [Patch(typeof(Setting), nameof(Setting.Value))]
    public static async Coroutine<int> GetValueAsync(Setting setting)
    {
        await PauseAsync("get");
        return setting.Quick;
    }

    [Patch(typeof(Setting), nameof(Setting.Value))]
    public static async Coroutine SetValueAsync(Setting setting, int value)
    {
        await PauseAsync("set");
        setting.Quick = value;
    }

    [Patch(typeof(Setting), nameof(Setting.Total))]
    public static Coroutine<int> TotalAsync() => GetAsync("total", 5);

    [Patch(typeof(Setting), "Item")]
    public static async Coroutine<int> ItemAsync(Setting setting, int i)
    {
        await PauseAsync("item");
        return setting.Quick + i;
    }

    [Patch(typeof(Setting), "Item")]
    public static async Coroutine SetItemAsync(Setting setting, int i, int value)
    {
        await PauseAsync("set item");
        setting.Quick = value + i;
    }

    [Patch(typeof(Setting), ".ctor")]
    public static async Coroutine<Setting> NewAsync(int value, string name = "none")
    {
        await PauseAsync("new " + name);
        return new Setting { Quick = value };
    }

    [Patch(typeof(Setting), "op_Addition")]
    public static async Coroutine<Setting> PlusAsync(Setting left, int right)
    {
        await PauseAsync("plus");
        return new Setting { Quick = left.Quick + right };
    }

    [Patch(typeof(Setting), "op_UnaryNegation")]
    public static async Coroutine<Setting> MinusAsync(Setting only)
    {
        await PauseAsync("minus");
        return new Setting { Quick = -only.Quick };
    }

    [Patch(typeof(Setting), "op_Explicit")]
    public static async Coroutine<int> ToIntAsync(Setting setting)
    {
        await PauseAsync("cast");
        return setting.Quick;
    }
}

internal static partial class Program
{
    [Coroutine]
    private static void Main()
    {
        Setting setting = new(Get(3));
        setting.Value = setting.Value + Get(1);
        Log(setting.Value);
        setting[Get(2)] = Get(40);
        Log(setting[1] + Setting.Total);
        Setting other = new Setting(7, "seven") + Get(1);
        Log((int)(-other) + (setting.Value > 1 ? 1 : 0));
        var named = (setting.Value, new { other.Value });
        Log(named.Value + named.Item2.Value);
    }
}
