// construct: operators, conversions, `true` and `false` of the user's own types
// lowered to: awaits in place
internal static partial class Program
{
    private readonly record struct Money(int Amount)
    {
        public static implicit operator Money(int amount) => new(amount);

        public static explicit operator int(Money money) => money.Amount;

        public static Money operator +(Money a, Money b)
        {
            Log("+");
            return new(a.Amount + b.Amount);
        }

        public static Money operator &(Money a, Money b) => new(Math.Min(a.Amount, b.Amount));

        public static Money operator |(Money a, Money b) => new(Math.Max(a.Amount, b.Amount));

        public static Money operator ++(Money a) => new(a.Amount + 1);

        public static bool operator true(Money a) => a.Amount != 0;

        public static bool operator false(Money a) => a.Amount == 0;
    }

    [Coroutine]
    private static string Main()
    {
        Money money = Get(5);
        money += Get(6);
        Money sum = money + Get(1) * 2;
        int back = (int)sum;
        bool both = new Money(Get(0)) && new Money(Get(1)) ? Get(true) : false;
        bool any = new Money(Get(2)) || new Money(Get(3)) ? Get(true) : false;
        money++;
        return $"{back} {both} {any} {(int)money} {money == sum}";
    }
}
