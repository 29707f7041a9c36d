package org.ringside.ui.theme;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ImageRegistry;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.graphics.Image;
import org.ringside.isa.PrivilegeClass;
import org.ringside.vmm.EventKind;

/** The icons under {@code icons/}, by path without the ending: {@code "obj/label"}. */
public final class Icons {
	private static final String BUNDLE = "org.ringside.ui";

	private Icons() {
	}

	/** {@return the icon of an event, in the event's shape and colour} */
	public static Image event(EventKind kind) {
		return image("event/" + kind.label());
	}

	/**
	 * {@return the icon of an instruction of this class: the shape of the event it leads to in a guest out of ring 0}
	 */
	public static Image of(PrivilegeClass privilege) {
		return image(switch (privilege) {
			case INNOCUOUS -> "obj/innocuous";
			case PRIVILEGED -> "obj/privileged";
			case SENSITIVE_CONTROL, SENSITIVE_BEHAVIOUR -> "obj/sensitive";
		});
	}

	/** {@return an icon as an image, which the workbench keeps and disposes of} */
	public static Image image(String path) {
		ImageRegistry registry = JFaceResources.getImageRegistry();
		String key = BUNDLE + "/" + path;
		Image image = registry.get(key);
		if (image == null) {
			registry.put(key, descriptor(path));
			image = registry.get(key);
		}
		return image;
	}

	/** {@return an icon as a description} */
	public static ImageDescriptor descriptor(String path) {
		return ResourceLocator.imageDescriptorFromBundle(BUNDLE, "icons/" + path + ".svg")
			.orElseThrow(() -> new IllegalArgumentException("no icon " + path));
	}
}
