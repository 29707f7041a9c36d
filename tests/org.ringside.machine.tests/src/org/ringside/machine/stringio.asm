; String I/O: INS and OUTS in all sizes, with REP, downwards, by 16-bit addresses, with other segments, and in ring 3. The
; ports are the serial port's scratch register, the interrupt controller's mask, and the timer's counter for words.

%macro descriptors 0
	descriptor SPACE, 0xFFFFF, 0xF3, 0xC	; 38: data of ring 3 with a base
%endmacro
%macro local_descriptors 0
	dq 0
%endmacro

%include "ring0.inc"

SCRATCH		equ 0x3FF
MASK		equ 0x21
ABSENT		equ 0x5A0		; where nothing answers
BASED		equ 0x38 + 3

; Sets the registers that the string instruction uses.
%macro from 3				; ESI, EDI, ECX
	mov esi, %1
	mov edi, %2
	mov ecx, %3
	mov dx, SCRATCH
%endmacro

; What is left: a sum of the buffer and the registers.
%macro what_is_left 0
	cld
	call sum
	done
%endmacro

main:
	mov edi, buffer
	mov ecx, 256
	mov al, 17
.fill:
	imul eax, eax, 13
	add al, 7
	stosb
	loop .fill
	try "outsb and insb"
	from buffer + 3, buffer + 0x40, 0
	outsb
	insb
	what_is_left
	try "rep outsb"
	from buffer, buffer + 0x41, 12
	rep outsb
	insb
	what_is_left
	try "rep insb"
	from buffer + 9, buffer + 0x50, 6
	outsb
	rep insb
	what_is_left
	try "down"
	from buffer + 30, buffer + 0x6F, 5
	std
	rep outsb
	mov ecx, 7
	rep insb
	what_is_left
	try "repne is rep"
	from buffer + 5, buffer + 0x70, 3
	repne outsb
	mov ecx, 3
	repne insb
	what_is_left
	try "none"
	from buffer, buffer + 0x90, 0
	rep outsb
	rep insb
	what_is_left
	try "words and doublewords of nothing"
	from buffer, buffer + 0x80, 3
	mov dx, ABSENT
	rep insw
	mov ecx, 2
	rep insd
	mov ecx, 2
	rep outsw
	mov ecx, 2
	rep outsd
	what_is_left
	try "another segment"
	mov ax, BASED
	mov fs, ax
	mov es, ax
	mov dword [SPACE + 0x100], 0x44332211
	from 0x100, 0x200, 3
	fs rep outsb
	insb
	movzx ebx, byte [SPACE + 0x200]
	mov ax, KERNEL_DATA
	mov es, ax
	add [buffer], ebx
	what_is_left
	try "16-bit addresses"
	mov dword [0x7000], 0x14131211
	mov edi, 0xFFFF7100
	mov esi, 0xFFFF7000
	mov ecx, 0xFFFF0003
	mov dx, SCRATCH
	a16 rep outsb
	mov ebx, ecx
	mov cx, 2
	a16 rep insb
	add ebx, ecx
	add ebx, [0x7100]
	add [buffer + 4], ebx
	what_is_left
	try "all of DX counts"
	from buffer + 11, buffer + 0x99, 2
	or edx, 0x77770000
	rep outsb
	insb
	what_is_left
	user "closed in ring 3"
	from buffer, buffer + 0x98, 3
	rep outsb
	what_is_left
	user "closed, and nothing to do"
	from buffer, buffer + 0x98, 0
	rep outsb
	what_is_left
	user "input, closed"
	from buffer, buffer + 0x98, 3
	insb
	what_is_left
	and byte [io_map + SCRATCH / 8], 0x7F
	user "open in ring 3"
	from buffer + 20, buffer + 0xA0, 4
	rep outsb
	mov ecx, 4
	rep insb
	what_is_left
	user "a word at the last open port"
	from buffer, buffer + 0xA8, 2
	rep insw
	what_is_left
	mov dword [user_flags], 0x3002
	user "with IOPL 3"
	from buffer + 1, buffer + 0xB0, 4
	mov dx, MASK
	rep insb
	what_is_left
	mov dword [user_flags], 2

	; A page that cannot be written: nothing may be read from the port before that is known.
	call paging
	try "insb to a read-only page"
	from buffer + 2, 0x400000, 3
	outsb
	rep insb
	what_is_left
	try "outsb from a missing page"
	from 0x400FFE, buffer, 5
	rep outsb
	what_is_left
	try "what the port got"
	from buffer, buffer + 0xC0, 1
	insb
	what_is_left
	ret

sum:
	push esi
	push ecx
	mov esi, buffer
	mov ecx, 64
	xor eax, eax
.word:
	rol eax, 5
	xor eax, [esi]
	add esi, 4
	loop .word
	pop ecx
	pop esi
	add eax, ecx
	xor eax, esi
	rol eax, 7
	xor eax, edi
	ret

DIRECTORY	equ SPACE + 0x1000
LOW_TABLE	equ SPACE + 0x2000
TABLE		equ SPACE + 0x3000
paging:
	mov edi, LOW_TABLE
	mov eax, 7
.identity:
	stosd
	add eax, 0x1000
	cmp edi, LOW_TABLE + 0x1000
	jb .identity
	mov dword [DIRECTORY], LOW_TABLE + 7
	mov dword [DIRECTORY + 4], TABLE + 7
	mov dword [TABLE], SPACE + 0x4000 + 5
	mov dword [SPACE + 0x4FFE], 0x7776
	mov eax, DIRECTORY
	mov cr3, eax
	mov eax, cr0
	or eax, 0x80010000
	mov cr0, eax
	ret

	align 16
buffer:	times 256 db 0
