package dev.gantry.extension;

import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import dev.gantry.lock.LockEntry;
import dev.gantry.lock.LockFile;
import dev.gantry.lock.LockRule;
import dev.gantry.lock.RemoteSource;
import dev.gantry.tool.ToolAnswer;
import dev.gantry.tool.ToolRequest;
import java.nio.file.Path;

/** What a program takes from other places: the copies beside the lock file, and nothing from the network. */
public final class LockedSources {

    private LockedSources() {}

    /**
     * The copy of a source. Only {@code gantry:lock} gets it where there is none.
     *
     * @throws FindingsException if it is not locked, or the copy is not what was locked
     */
    public static Path copy(RemoteSource source, Run run) {
        ToolAccess tools = run.basis().tools();
        Path module = run.basis().directory();
        LockEntry entry = tools.known("locked " + source.kind() + " " + source, LockEntry.class, () -> {
            ToolAnswer answer = tools.ask(ToolRequest.of("lock")
                    .with("kind", source.kind().name())
                    .with("url", source.url())
                    .with("name", source.name())
                    .with("version", source.version()));
            if (answer.isDone() && !answer.findings().isEmpty()) {
                throw new FindingsException(answer.findings());
            }
            return answer.isDone()
                    ? new LockEntry(source, answer.result("resolved"), answer.result("digest"), answer.result("file"))
                    : locked(source, module);
        });
        return LockFile.copy(module, entry);
    }

    private static LockEntry locked(RemoteSource source, Path module) {
        LockEntry entry = LockFile.read(module).entry(source);
        if (entry == null) {
            throw new FindingsException(Finding.of(LockRule.NOT_LOCKED, source + " is not locked.")
                    .hint("Run mvn gantry:lock, which gets it and pins what it got, and commit " + LockFile.PATH
                            + " and the folder locked beside it."));
        }
        return entry;
    }
}
