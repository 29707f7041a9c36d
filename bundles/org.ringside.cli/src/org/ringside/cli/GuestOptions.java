package org.ringside.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ringside.asm.AssemblyException;
import org.ringside.guests.Guest;
import org.ringside.guests.Guests;
import org.ringside.guests.OpenOptions;
import org.ringside.machine.DiskImage;
import org.ringside.machine.MachineConfig;
import org.ringside.machine.Refusal;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options of all commands that start a guest. */
final class GuestOptions {

	@Option(names = "--module", paramLabel = "FILE",
		description = "A file that the kernel gets as a Multiboot module; may be repeated.")
	private List<Path> modules = new ArrayList<>();

	@Option(names = "--append", paramLabel = "WORDS", description = "Words for the kernel's command line.")
	private String append = "";

	@Option(names = "--disk", paramLabel = "FILE",
		description = "A disk image, which the guest's writes leave as it is; may be given twice.")
	private List<Path> disks = new ArrayList<>();

	@Option(names = "-I", paramLabel = "DIR", description = "Where %%include looks for files; may be repeated.")
	private List<Path> includePaths = new ArrayList<>();

	@Option(names = "-D", paramLabel = "NAME[=VALUE]", description = "A macro for the source; may be repeated.",
		mapFallbackValue = "")
	private Map<String, String> defines = new LinkedHashMap<>();

	@Option(names = "--max-steps", paramLabel = "N", description = "Stop after so many guest instructions.",
		converter = Count.class)
	private long maxSteps = Long.MAX_VALUE;

	/** Opens the guest with all that goes beside it. */
	Guest open(String guest, Path folder) throws Refusal, AssemblyException {
		return Guests.open(guest, folder, new OpenOptions(append, modules,
			includePaths.stream().map(folder::resolve).toList(), defines));
	}

	/** The machine for the guest, with its disks. */
	MachineConfig machine(Path folder) throws Refusal {
		if (disks.size() > MachineConfig.MOST_DISKS) {
			throw new Refusal("--disk: a machine has room for two disks, not " + disks.size(), null);
		}
		List<DiskImage> images = new ArrayList<>();
		for (Path disk : disks) {
			images.add(DiskImage.open(folder.resolve(disk), disk.toString()));
		}
		return MachineConfig.standard().withDisks(images);
	}

	/** How many guest instructions to execute at most. */
	long maxSteps() {
		return maxSteps;
	}

	/** A positive whole number. */
	static final class Count implements ITypeConverter<Long> {
		@Override
		public Long convert(String word) {
			try {
				long count = Long.parseLong(word);
				if (count > 0) {
					return count;
				}
			} catch (NumberFormatException e) {
				throw new TypeConversionException("'" + word + "' is not a whole number");
			}
			throw new TypeConversionException("'" + word + "' is less than 1");
		}
	}
}
