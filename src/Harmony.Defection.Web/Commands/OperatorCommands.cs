using System.CommandLine;

namespace Harmony.Defection.Web.Commands;

/// <summary>
/// The operator's commands: the same program, started with the name of a command. Each writes its result alone to standard output, and why it
/// failed to standard error. Without such a name the arguments are the web site's.
/// </summary>
public static class OperatorCommands
{
    /// <summary>Runs the command that the arguments name.</summary>
    /// <param name="args">The program's arguments.</param>
    /// <param name="output">Where the result goes; standard output if nothing is said.</param>
    /// <param name="error">Where it is said why a command failed; standard error if nothing is said.</param>
    /// <returns>The exit code; nothing where the arguments name no command, and the web site starts.</returns>
    public static async Task<int?> TryRunAsync(string[] args, TextWriter? output = null, TextWriter? error = null)
    {
        if (args.Length == 0 || All().All(command => command.Name != args[0]))
        {
            return null;
        }

        await using var standard = output is null ? new StreamWriter(Console.OpenStandardOutput()) : null;
        var configuration = new InvocationConfiguration { Output = output ?? standard!, Error = error ?? Console.Error, EnableDefaultExceptionHandler = false };
        var root = new RootCommand("The software that runs a party’s policy for sitting officials who want to join it.");
        foreach (var command in All())
        {
            root.Subcommands.Add(command);
        }

        try
        {
            return await root.Parse(args).InvokeAsync(configuration);
        }
        catch (CommandFailedException failure)
        {
            await configuration.Error.WriteLineAsync(failure.Message);
            return 1;
        }
    }

    private static Command[] All() =>
    [
        RecountCommand.Make(), SanitiseCommand.Make(), StorageCommands.Migrate(), StorageCommands.CreateAdmin(), StorageCommands.VerifyAudit(),
        PrintFormCommand.Make(),
    ];
}

/// <summary>A command cannot do what it was asked; the message is one line for whoever ran it.</summary>
public sealed class CommandFailedException(string message) : Exception(message);
