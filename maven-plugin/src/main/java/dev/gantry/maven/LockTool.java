package dev.gantry.maven;

import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import dev.gantry.lock.LockEntry;
import dev.gantry.lock.LockFile;
import dev.gantry.lock.LockRule;
import dev.gantry.lock.RemoteSource;
import dev.gantry.remote.RemoteFetcher;
import dev.gantry.tool.Tool;
import dev.gantry.tool.ToolAnswer;
import dev.gantry.tool.ToolRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gets what a program names, once each. */
final class LockTool implements Tool {

    private final RemoteFetcher fetcher;
    private final Path module;
    private final LockFile before;
    private final boolean update;
    private final boolean offline;
    private final SortedMap<RemoteSource, ToolAnswer> answers = new TreeMap<>();
    private final SortedMap<RemoteSource, LockEntry> entries = new TreeMap<>();

    LockTool(RemoteFetcher fetcher, Path module, LockFile before, boolean update, boolean offline) {
        this.fetcher = fetcher;
        this.module = module;
        this.before = before;
        this.update = update;
        this.offline = offline;
    }

    @Override
    public List<String> tasks() {
        return List.of("lock");
    }

    @Override
    public synchronized ToolAnswer answer(ToolRequest request) {
        RemoteSource source = new RemoteSource(
                RemoteSource.RemoteKind.valueOf(request.detail("kind")),
                request.detail("url"),
                request.detail("name"),
                request.detail("version"));
        return answers.computeIfAbsent(source, this::get);
    }

    private ToolAnswer get(RemoteSource source) {
        try {
            LockEntry entry = locked(source, before.entry(source));
            entries.put(source, entry);
            return ToolAnswer.done()
                    .with("resolved", entry.resolved())
                    .with("digest", entry.digest())
                    .with("file", entry.file());
        } catch (FindingsException e) {
            return ToolAnswer.of(e.findings());
        }
    }

    private LockEntry locked(RemoteSource source, @Nullable LockEntry known) {
        if (offline) {
            return offline(source, known);
        }
        return fetcher.fetch(source, update ? null : known);
    }

    private LockEntry offline(RemoteSource source, @Nullable LockEntry known) {
        if (known == null) {
            throw new FindingsException(
                    Finding.of(LockRule.UNREACHABLE, source + " is not locked, and Maven is offline.")
                            .hint("Run mvn gantry:lock without -o, which gets it."));
        }
        try {
            LockFile.copy(module, known); // throws if it is not what was locked
            return known;
        } catch (FindingsException e) {
            throw new FindingsException(e.findings().stream()
                    .map(finding -> finding.hint("Restore it from version control, or run mvn gantry:lock without -o."))
                    .toList());
        }
    }

    /**
     * The lock file of what was asked for.
     *
     * @param whole whether that is all that the program takes; what was locked before stays otherwise
     */
    synchronized LockFile locked(boolean whole) {
        SortedMap<RemoteSource, LockEntry> all = new TreeMap<>(whole ? new TreeMap<>() : before.entries());
        all.putAll(entries);
        return new LockFile(all);
    }
}
