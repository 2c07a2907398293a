// A reader that never comes to an end, and hears nothing any more.
for (;;);
