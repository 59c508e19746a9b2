package dev.gantry.publish;

import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.Status;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.api.errors.JGitInternalException;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryState;
import org.eclipse.jgit.lib.UserConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/** A working copy of Git that nobody else is at work in. */
final class WorkingCopy implements AutoCloseable {

    private final Repository repository;
    private final Path folder;

    private WorkingCopy(Repository repository, Path folder) {
        this.repository = repository;
        this.folder = folder;
    }

    /**
     * Opens the working copy that a folder is in.
     *
     * @throws FindingsException if there is none, or if it is not to be written to now
     */
    static WorkingCopy open(Path folder) {
        WorkingCopy copy = find(folder);
        try {
            copy.refuse();
            return copy;
        } catch (RuntimeException e) {
            copy.close();
            throw e;
        }
    }

    private static WorkingCopy find(Path folder) {
        try {
            Path real = folder.toRealPath();
            refuseGitsOwn(folder, real);
            FileRepositoryBuilder builder = new FileRepositoryBuilder().findGitDir(real.toFile());
            if (builder.getGitDir() != null) {
                Repository repository = builder.build();
                if (!repository.isBare() && real.startsWith(root(repository))) {
                    return new WorkingCopy(repository, real);
                }
                repository.close();
            }
        } catch (IOException e) {
            throw new FindingsException(
                    Finding.of(PublishRule.NO_WORKING_COPY, folder + " cannot be opened: " + e.getMessage() + "."));
        }
        throw new FindingsException(
                Finding.of(PublishRule.NO_WORKING_COPY, folder + " is in no working copy of a Git repository.")
                        .hint("Clone the repository that Argo CD reads, and name the folder of the clone."));
    }

    /** What is in {@code .git} is Git's own, and a working tree that {@code git worktree} has made has its branch elsewhere. */
    private static void refuseGitsOwn(Path folder, Path real) throws IOException {
        for (Path above = real; above != null; above = above.getParent()) {
            if (above.endsWith(Constants.DOT_GIT)) {
                throw new FindingsException(Finding.of(
                                PublishRule.NO_WORKING_COPY,
                                folder + " is in " + above + ", which is Git's own folder.")
                        .hint("Name the folder of the clone, or one of its folders for manifests."));
            }
        }
        for (Path above = real; above != null; above = above.getParent()) {
            Path link = above.resolve(Constants.DOT_GIT);
            if (Files.isRegularFile(link)) {
                if (Files.readString(link).replace('\\', '/').contains("/worktrees/")) {
                    throw new FindingsException(Finding.of(
                                    PublishRule.NO_WORKING_COPY,
                                    folder
                                            + " is in a working tree of git worktree, to which nothing can be published.")
                            .hint("Clone the repository once more, and name the folder of that clone."));
                }
                return;
            }
            if (Files.isDirectory(link)) {
                return;
            }
        }
    }

    private static Path root(Repository repository) throws IOException {
        return repository.getWorkTree().toPath().toRealPath();
    }

    private void refuse() {
        try {
            String branch = repository.getFullBranch();
            if (branch == null || !branch.startsWith(Constants.R_HEADS)) {
                throw new FindingsException(
                        Finding.of(PublishRule.NO_BRANCH, "HEAD of " + shown() + " is a commit, and no branch.")
                                .hint("Check out the branch that Argo CD reads: git checkout <branch>."));
            }
            if (repository.getRepositoryState() != RepositoryState.SAFE
                    && repository.getRepositoryState() != RepositoryState.BARE) {
                throw new FindingsException(Finding.of(
                                PublishRule.DIRTY,
                                shown() + " is in the middle of something: "
                                        + repository.getRepositoryState().getDescription() + ".")
                        .hint("End that, or abort it."));
            }
            refuseChanges();
            UserConfig user = repository.getConfig().get(UserConfig.KEY);
            if (user.isAuthorNameImplicit() || user.isAuthorEmailImplicit()) {
                throw new FindingsException(Finding.of(
                                PublishRule.NO_IDENTITY,
                                "Git's configuration has no user.name or no user.email for " + shown() + ".")
                        .hint("Say it with git config user.name and git config user.email."));
            }
        } catch (IOException | GitAPIException e) {
            throw new FindingsException(
                    Finding.of(PublishRule.NO_WORKING_COPY, shown() + " cannot be looked at: " + e.getMessage() + "."));
        }
    }

    private void refuseChanges() throws GitAPIException {
        Status status = Git.wrap(repository).status().call();
        if (!status.isClean()) {
            SortedSet<String> changed = new TreeSet<>(status.getUncommittedChanges());
            changed.addAll(status.getUntracked());
            changed.addAll(status.getConflicting());
            throw new FindingsException(Finding.of(
                            PublishRule.DIRTY,
                            shown() + " has changes that are not committed: "
                                    + String.join(
                                            ", ", changed.stream().limit(5).toList())
                                    + (changed.size() > 5 ? " and " + (changed.size() - 5) + " more" : "") + ".")
                    .hint("Commit them, or put them away: git stash --include-untracked."));
        }
    }

    /** Whether a branch is known, here or of a remote repository as it was fetched last. */
    boolean hasBranch(String name) throws IOException {
        for (String remote : repository.getRemoteNames()) {
            if (repository.exactRef(Constants.R_REMOTES + remote + "/" + name) != null) {
                return true;
            }
        }
        return repository.exactRef(Constants.R_HEADS + name) != null;
    }

    /** The folder that is published to, without links in its path. */
    Path folder() {
        return folder;
    }

    Repository repository() {
        return repository;
    }

    String shown() {
        return repository.getWorkTree().toString();
    }

    String branch() {
        try {
            return String.valueOf(repository.getBranch());
        } catch (IOException e) {
            return "";
        }
    }

    /**
     * Commits files as they are, whatever is ignored here.
     *
     * @param written content by path, below the folder that is published to
     * @param deleted paths there
     * @return the name of the commit
     */
    String commit(SortedMap<String, byte[]> written, SortedSet<String> deleted, String message) {
        try {
            stage(prefix(), written, deleted);
            return Git.wrap(repository).commit().setMessage(message).call().getName();
        } catch (IOException | GitAPIException | JGitInternalException e) {
            throw new FindingsException(Finding.of(
                            PublishRule.NOT_COMMITTED,
                            "Git refuses the commit in " + shown() + ": " + e.getMessage() + ".")
                    .hint(
                            "The files are written and staged: look at git status there, commit them yourself, or take them"
                                    + " back with git reset --hard."));
        }
    }

    /**
     * What files were committed with, which the working copy may have with other ends of lines: nothing is changed in it.
     *
     * @param paths below the folder that is published to
     * @return the content of those that there are
     */
    SortedMap<String, byte[]> committed(SortedSet<String> paths) throws IOException {
        SortedMap<String, byte[]> contents = new TreeMap<>();
        DirCache index = repository.readDirCache();
        for (String path : paths) {
            DirCacheEntry entry = index.getEntry(prefix() + path);
            if (entry != null && (entry.getRawMode() & FileMode.TYPE_MASK) == FileMode.TYPE_FILE) {
                contents.put(
                        path,
                        repository.open(entry.getObjectId(), Constants.OBJ_BLOB).getBytes());
            }
        }
        return contents;
    }

    /** The folder that is published to, by its path in the repository, with {@code /} at the end; empty for the root. */
    String prefix() throws IOException {
        String path = root(repository).relativize(folder).toString().replace(File.separatorChar, '/');
        return path.isEmpty() ? "" : path + "/";
    }

    private void stage(String prefix, SortedMap<String, byte[]> written, SortedSet<String> deleted) throws IOException {
        DirCache index = repository.lockDirCache();
        try (ObjectInserter inserter = repository.newObjectInserter()) {
            DirCacheEditor editor = index.editor();
            for (String path : deleted) {
                editor.add(new DirCacheEditor.DeletePath(prefix + path));
            }
            for (Map.Entry<String, byte[]> file : written.entrySet()) {
                Path path = folder.resolve(file.getKey());
                ObjectId blob = inserter.insert(Constants.OBJ_BLOB, file.getValue());
                editor.add(new DirCacheEditor.PathEdit(prefix + file.getKey()) {
                    @Override
                    public void apply(DirCacheEntry entry) {
                        entry.setFileMode(FileMode.REGULAR_FILE);
                        entry.setObjectId(blob);
                        entry.setLength(file.getValue().length);
                        try {
                            entry.setLastModified(
                                    Files.getLastModifiedTime(path).toInstant());
                        } catch (IOException e) {
                            entry.setLength(0); // Git looks at the content then
                        }
                    }
                });
            }
            inserter.flush();
            if (!editor.commit()) {
                throw new IOException("the index is locked by another process");
            }
        } finally {
            index.unlock();
        }
    }

    @Override
    public void close() {
        repository.close();
    }
}
