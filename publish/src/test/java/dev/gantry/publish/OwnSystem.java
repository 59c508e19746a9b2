package dev.gantry.publish;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/** A machine on which nobody has configured Git. */
final class OwnSystem extends SystemReader.Delegate {

    private final SystemReader usual;

    private OwnSystem(SystemReader usual) {
        super(usual);
        this.usual = usual;
    }

    static OwnSystem install() {
        OwnSystem system = new OwnSystem(SystemReader.getInstance());
        SystemReader.setInstance(system);
        return system;
    }

    void restore() {
        SystemReader.setInstance(usual);
    }

    @Override
    public @Nullable String getenv(String variable) {
        boolean identity = variable.startsWith("GIT_AUTHOR") || variable.startsWith("GIT_COMMITTER");
        return identity ? null : super.getenv(variable);
    }

    @Override
    public FileBasedConfig openUserConfig(Config parent, FS fs) {
        return new Nothing(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(Config parent, FS fs) {
        return new Nothing(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(Config parent, FS fs) {
        return new Nothing(parent, fs);
    }

    /** A configuration without a file. */
    private static final class Nothing extends FileBasedConfig {

        Nothing(Config parent, FS fs) {
            super(parent, null, fs);
        }

        @Override
        public void load() {
            // There is nothing to load.
        }

        @Override
        public void save() {
            // There is nowhere to write to.
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
