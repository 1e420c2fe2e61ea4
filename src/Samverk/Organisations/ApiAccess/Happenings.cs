using System.ComponentModel;
using Samverk.Shared;

namespace Samverk.Organisations.ApiAccess;

/// <param name="Of">The person or the system whose it is.</param>
[DisplayName("API-nyckel skapad"), OnlyInLog]
public sealed record TokenGiven(Guid Of, Guid Token, string Name, string Whose, TokenScope Scope, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Of;
    public override string Words => $"API-nyckeln {Name} skapades för {Whose}: {Scope.Words()}";
}

[DisplayName("API-nyckel återkallad"), OnlyInLog]
public sealed record TokenRevoked(Guid Of, Guid Token, string Name, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => Of;
    public override string Words => $"API-nyckeln {Name} återkallades";
}

[DisplayName("System anslutet"), OnlyInLog]
public sealed record SystemConnected(Guid System, string Name, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => System;
    public override string Words => $"Systemet {Name} anslöts";
}

[DisplayName("System frånkopplat"), OnlyInLog]
public sealed record SystemDisconnected(Guid System, string Name, DateTimeOffset At, Guid? By) : Happening(At, By)
{
    public override Guid Subject => System;
    public override string Words => $"Systemet {Name} kopplades från";
}

static class TokenWords
{
    public static string Words(this TokenScope scope) => scope switch
    {
        TokenScope.Read => "läsa",
        TokenScope.ReadAndImport => "läsa, och lägga in protokoll",
        TokenScope.ReadAndRegister => "läsa, och registrera expedierade protokoll och redovisa uppdrag",
        _ => throw new ArgumentOutOfRangeException(nameof(scope)),
    };
}
