; Paging: who may do what with which page, accessed and dirty bits, large and global pages, what the TLB keeps.

%macro descriptors 0
	dq 0
%endmacro
%macro local_descriptors 0
	dq 0
%endmacro

%include "ring0.inc"

DIRECTORY	equ SPACE
TABLE		equ SPACE + 0x1000	; maps 0x400000 to 0x7FFFFF
LOW_TABLE	equ SPACE + 0x2000	; maps 0 to 0x3FFFFF, to itself
FRAME		equ SPACE + 0x3000	; the frame behind most pages
OTHER		equ SPACE + 0x4000
LARGE		equ 0x00800000		; a large page's address, and frame
AREA		equ 0x00400000

PRESENT		equ 1
WRITABLE	equ 2
USER		equ 4
ACCESSED	equ 0x20
DIRTY		equ 0x40
BIG		equ 0x80
EVERYWHERE		equ 0x100

; set PAGE, ENTRY: one entry of the table, with the TLB flushed
%macro set 2
	mov dword [TABLE + (%1) * 4], %2
	mov eax, cr3
	mov cr3, eax
%endmacro

; Prints the accessed and dirty bits of a page and of its table.
%macro bits_of 1
	say "  entries "
	mov eax, [DIRECTORY + 4]
	and eax, 0xFFF
	call hex16
	mov al, ' '
	out 0xE9, al
	mov eax, [TABLE + (%1) * 4]
	and eax, 0xFFF
	call hex16
	call line
%endmacro

%macro reach 3
	%1 %2
	mov eax, 0x1234
	%3
	done
%endmacro

main:
	mov edi, LOW_TABLE
	mov eax, PRESENT | WRITABLE | USER
.identity:
	stosd
	add eax, 0x1000
	cmp edi, LOW_TABLE + 0x1000
	jb .identity
	mov dword [DIRECTORY], LOW_TABLE + PRESENT + WRITABLE + USER
	mov dword [DIRECTORY + 4], TABLE + PRESENT + WRITABLE + USER
	mov dword [DIRECTORY + 12], 0
	mov eax, DIRECTORY
	mov cr3, eax
	mov eax, cr0
	or eax, 0x80000000
	mov cr0, eax
	call rights
	mov eax, cr0
	or eax, 0x10000
	mov cr0, eax
	say "with CR0.WP", 10
	call rights
	mov eax, cr0
	and eax, ~0x10000
	mov cr0, eax
	call addresses
	call tlb
	call large
	call delivery
	ret

; The same accesses to pages of each kind, in both rings. (None that reads and then writes: which of the two the error code
; names differs between processors.)
rights:
	mov dword [kind], 0
.next:
	say "page "
	mov eax, [kind]
	call hex8
	call line
	mov eax, [kind]
	or eax, FRAME
	mov [TABLE], eax
	mov eax, cr3
	mov cr3, eax
	reach try, " read", { mov eax, [AREA] }
	reach try, " write", { mov [AREA], eax }
	reach try, " compare", { cmp dword [AREA], 5 }
	reach user, " read in ring 3", { mov eax, [AREA] }
	reach user, " write in ring 3", { mov [AREA], eax }
	reach user, " go there in ring 3", { call AREA }
	bits_of 0
	inc dword [kind]
	cmp dword [kind], 8
	jb .next
	; The rights of the directory count as well.
	mov dword [TABLE], FRAME + PRESENT + WRITABLE + USER
	mov dword [DIRECTORY + 4], TABLE + PRESENT + WRITABLE
	mov eax, cr3
	mov cr3, eax
	reach user, "a supervisor's directory entry", { mov eax, [AREA] }
	mov dword [DIRECTORY + 4], TABLE + PRESENT + USER
	mov eax, cr3
	mov cr3, eax
	reach user, "a read-only directory entry", { mov [AREA], eax }
	reach try, "a read-only directory entry in ring 0", { mov [AREA], eax }
	mov dword [DIRECTORY + 4], 0
	mov eax, cr3
	mov cr3, eax
	reach user, "no directory entry", { mov [AREA], eax }
	mov dword [DIRECTORY + 4], TABLE + PRESENT + WRITABLE + USER
	mov eax, cr3
	mov cr3, eax
	ret

; Where exactly an access that reaches into a missing page faults, and what has happened then.
addresses:
	set 0, FRAME + PRESENT + WRITABLE + USER
	set 1, 0
	mov dword [AREA + 0xFFC], 0x55667788
	reach try, "read across the end", { mov eax, [AREA + 0xFFE] }
	reach try, "write across the end", { mov [AREA + 0xFFD], eax }
	mov eax, [AREA + 0xFFC]
	call hex32
	call line
	try "rep stosd runs into a missing page"
	mov edi, AREA + 0xFF0
	mov ecx, 8
	mov eax, 0xABCD
	rep stosd
	done
	try "what it has done"
	mov eax, [AREA + 0xFFC]
	done
	try "rep movsb out of a missing page"
	mov esi, AREA + 0xFFC
	mov edi, AREA + 0x100
	mov ecx, 8
	rep movsb
	done
	user "push into a missing page"
	mov esp, AREA + 0x2000
	push eax
	done
	try "pop into a missing page"
	push dword 5
	pop dword [AREA + 0x1000]
	done
	try "call through a missing page"
	call [AREA + 0x1000]
	done
	try "jump to a missing page"
	mov eax, AREA + 0x1000
	jmp eax
	done
	try "an instruction across the end"
	mov dword [AREA + 0xFFC], 0xB8909090
	mov eax, AREA + 0xFFC
	jmp eax
	done
	set 1, OTHER + PRESENT + WRITABLE + USER
	try "an instruction across two pages"
	mov dword [OTHER], 0x12345678
	mov byte [OTHER + 4], 0xCD
	mov byte [OTHER + 5], DONE
	mov eax, AREA + 0xFFC
	jmp eax
	done
	ret

tlb:
	set 0, FRAME + PRESENT + WRITABLE + USER
	mov dword [FRAME], 0x11111111
	mov dword [OTHER], 0x22222222
	mov eax, [AREA]
	mov dword [TABLE], OTHER + PRESENT + WRITABLE + USER
	try "before INVLPG the old page is there"
	mov eax, [AREA]
	done
	invlpg [AREA]
	try "after it the new one"
	mov eax, [AREA]
	done
	mov dword [TABLE], FRAME + PRESENT + WRITABLE + USER
	mov eax, cr3
	mov cr3, eax
	try "a load of CR3 does the same"
	mov eax, [AREA]
	done
	mov eax, cr4
	or eax, 0x80
	mov cr4, eax
	set 0, FRAME + PRESENT + WRITABLE + USER + EVERYWHERE
	mov eax, [AREA]
	set 0, OTHER + PRESENT + WRITABLE + USER + EVERYWHERE
	mov eax, cr4
	and eax, ~0x80
	mov cr4, eax
	try "a change of CR4.PGE flushes all"
	mov eax, [AREA]
	done
	set 0, FRAME + PRESENT + USER
	mov eax, [AREA]
	mov dword [TABLE], FRAME + PRESENT + WRITABLE + USER
	user "more rights need no flush"
	mov [AREA], eax
	done
	set 0, FRAME + PRESENT + WRITABLE + USER
	mov eax, [AREA]
	bits_of 0
	mov [AREA], eax
	bits_of 0
	ret

large:
	mov dword [DIRECTORY + 8], LARGE + PRESENT + WRITABLE + USER + BIG
	mov eax, cr3
	mov cr3, eax
	try "without CR4.PSE the entry names a table"
	mov eax, [LARGE]
	done
	mov eax, cr4
	or eax, 0x10
	mov cr4, eax
	try "a large page"
	mov dword [LARGE + 0x3F0000], 0x600D
	mov eax, [LARGE + 0x3F0000]
	done
	say "  entry "
	mov eax, [DIRECTORY + 8]
	call hex32
	call line
	mov dword [DIRECTORY + 8], LARGE + PRESENT + BIG
	mov eax, cr3
	mov cr3, eax
	reach user, "a large page of the supervisor", { mov eax, [LARGE] }
	reach try, "a large page, read-only", { mov [LARGE], eax }
	mov dword [DIRECTORY + 8], LARGE + PRESENT + USER + BIG
	mov eax, cr3
	mov cr3, eax
	reach user, "the same in ring 3", { mov [LARGE + 0x123456], eax }
	mov dword [DIRECTORY + 8], 0
	invlpg [LARGE + 0x1000]
	reach try, "invlpg drops all of it", { mov eax, [LARGE] }
	ret

; Faults while an exception is delivered.
delivery:
	mov dword [DIRECTORY + 12], LOW_TABLE + PRESENT + WRITABLE + USER
	set 0, FRAME + PRESENT + WRITABLE + USER
	mov dword [tss + 4], AREA + 0x1000
	user "the stack of ring 0 in a page"
	int DONE
	done
	mov dword [tss + 4], ring0_stack_top
	; Copies of the IDT whose later gates lie in a missing page.
	set 1, 0
	mov esi, idt
	mov edi, AREA + 0x1000 - 0x20 * 8
	mov ecx, 0x20 * 2
	rep movsd
	try "a page fault while a gate is read"
	mov dword [far_idt + 2], AREA + 0x1000 - 0x20 * 8
	lidt [far_idt]
	int 0x80
	done
	lidt [idt_pointer]
	mov esi, idt
	mov edi, AREA + 0x1000 - 10 * 8
	mov ecx, 10 * 2
	rep movsd
	try "a page fault while a page fault is delivered"
	mov dword [far_idt + 2], AREA + 0x1000 - 10 * 8
	lidt [far_idt]
	mov eax, [AREA + 0x1000]
	done
	lidt [idt_pointer]
	ret

kind:	dd 0
far_idt:
	dw 256 * 8 - 1
	dd 0
