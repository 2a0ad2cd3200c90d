/** What a packet is made of before anything is read in it: archives and their volumes. */
@NullMarked
package ru.freesport.console.onec.packet;

import org.jspecify.annotations.NullMarked;
